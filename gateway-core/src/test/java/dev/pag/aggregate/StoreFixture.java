package dev.pag.aggregate;

import dev.pag.ascii.SipHash;
import dev.pag.exposition.PiecePool;
import dev.pag.exposition.TextFormatWriter;
import dev.pag.model.ByteKey;
import dev.pag.model.MetricType;
import dev.pag.model.PushRefusedException;
import java.nio.charset.StandardCharsets;

/** A store and pushes into it below the text format, for tests of what races with what. */
final class StoreFixture {
  static final int MAX_BOUNDS = 500;
  static final int CONTEXT = 0;

  final SeriesStore store = new SeriesStore(new SipHash(1, 2));

  PendingPush push() {
    return new PendingPush(store, MAX_BOUNDS);
  }

  DraftFamily family(Draft draft, String name, MetricType type) {
    ByteKey key = ByteKey.of(name);
    DraftFamily known = draft.family(key);
    if (known != null) {
      return known;
    }
    DraftFamily family = draft.addFamily(key, store.family(key));
    family.declare(type);
    family.sampled(2, 1);
    return family;
  }

  /** Drafts the series {@code name} of an untyped family of that name. */
  void draftScalar(PendingPush push, String name, double value) {
    Draft draft = push.draftForWriting();
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    int from = draft.bytes().size();
    draft.bytes().append(text);
    long hash = store.samples().hash(CONTEXT, text, 0, text.length);
    DraftFamily family = family(draft, name, MetricType.UNTYPED);
    draft.addScalar(family, from, draft.bytes().size(), hash, value, 1);
  }

  /** Drafts the histogram series {@code h{s="name"}} whose bucket up to each bound counts one. */
  void draftHistogram(PendingPush push, String name, double... bounds) {
    Draft draft = push.draftForWriting();
    DraftFamily family = family(draft, "h", MetricType.HISTOGRAM);
    byte[] labels = ("{s=\"" + name + "\"}").getBytes(StandardCharsets.UTF_8);
    ByteKey identity = ByteKey.of("h_count{s=\"" + name + "\"}");
    double cumulative = 0;
    for (double bound : bounds) {
      cumulative++;
      draft.addGrouped(family, identity, labels, bound, false, cumulative, 1);
    }
    draft.addGrouped(family, identity, labels, Double.NaN, true, 1, 1);
    draft.addGrouped(family, identity, labels, Double.NaN, false, cumulative, 1);
  }

  void commit(PendingPush push) throws PushRefusedException {
    push.commit(() -> CONTEXT);
    push.clear();
  }

  /** The target that a series text leads to now. */
  long target(String text) {
    byte[] key = text.getBytes(StandardCharsets.UTF_8);
    SpellingTable samples = store.samples();
    long hash = samples.hash(CONTEXT, key, 0, key.length);
    return samples.target(samples.find(hash, CONTEXT, key, 0, key.length));
  }

  String page() {
    StringBuilder page = new StringBuilder();
    for (byte[] piece :
        TextFormatWriter.render(store.frames(store.hold()), store, new PiecePool())) {
      page.append(new String(piece, StandardCharsets.UTF_8));
    }
    store.release();
    return page.toString();
  }
}
