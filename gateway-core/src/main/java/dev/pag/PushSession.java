package dev.pag;

import dev.pag.aggregate.PendingPush;
import dev.pag.ascii.ByteSearch;
import dev.pag.ascii.ByteWriter;
import dev.pag.model.LabelSet;
import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import dev.pag.parse.Line;
import org.jspecify.annotations.Nullable;

/**
 * One push body on its way in: any number of {@link #feed} calls, then {@link #finish} or {@link
 * #abort}. Nothing is visible to anybody before finish returns.
 *
 * <p>Threads: one at a time; not tied to one thread. After a thrown refusal the session is over and
 * must not be used again (abort is then a no-op).
 */
public final class PushSession {
  private static final byte LF = '\n';

  private final WorkspacePool pool;
  private final PathContexts contexts;
  private final GatewayMetrics metrics;
  private final int maxLineBytes;
  private final LabelSet labels;

  private @Nullable Workspace workspace;
  private int lineNumber = 1;
  private long countedBytes;

  PushSession(
      WorkspacePool pool,
      PathContexts contexts,
      GatewayMetrics metrics,
      int maxLineBytes,
      LabelSet labels) {
    this.pool = pool;
    this.contexts = contexts;
    this.metrics = metrics;
    this.maxLineBytes = maxLineBytes;
    this.labels = labels;
    Workspace own = pool.take();
    this.workspace = own;
    Integer context = contexts.find(labels);
    own.knownLines().begin(context == null ? 0 : context, context != null);
    own.newLines().begin(labels, context != null || contexts.hasRoom());
    countBytes(own);
  }

  private Workspace open() {
    Workspace own = workspace;
    if (own == null) {
      throw new IllegalStateException("bug: the push is over");
    }
    return own;
  }

  private void countBytes(Workspace own) {
    long bytes = own.byteSize();
    pool.countBytes(bytes - countedBytes);
    countedBytes = bytes;
  }

  /**
   * Reads the next bytes of the body; cut anywhere. The array is not kept.
   *
   * @throws PushRefusedException if the body is wrong; the push is over and counted
   */
  public void feed(byte[] bytes, int from, int to) throws PushRefusedException {
    Workspace own = open();
    own.knownLines().beginChunk();
    try {
      int at = own.carry().size() == 0 ? from : endCarriedLine(own, bytes, from, to);
      int rest = readLines(own, bytes, at, to);
      carry(own, bytes, rest, to);
      countBytes(own);
    } catch (PushRefusedException e) {
      end(own, e.reason());
      throw e;
    } catch (RuntimeException | Error e) {
      fail();
      throw e;
    }
  }

  /** Completes the line begun in an earlier chunk; returns where the next one begins. */
  private int endCarriedLine(Workspace own, byte[] bytes, int from, int to)
      throws PushRefusedException {
    int end = ByteSearch.indexOf(bytes, from, to, LF);
    if (end < 0) {
      return from;
    }
    ByteWriter carry = own.carry();
    carry.append(bytes, from, end + 1);
    readLines(own, carry.array(), 0, carry.size());
    carry.truncate(0);
    return end + 1;
  }

  /** Reads whole lines; returns where the one without an end begins. */
  private int readLines(Workspace own, byte[] bytes, int from, int to) throws PushRefusedException {
    int at = from;
    while (at < to) {
      int end = own.knownLines().read(bytes, at, to, lineNumber);
      if (end == KnownLines.UNKNOWN) {
        end = ByteSearch.indexOf(bytes, at, to, LF);
        if (end < 0) {
          return at;
        }
        checkLength(end - at);
        own.newLines().read(bytes, at, end, lineNumber);
        if (!own.newLines().namesAreAsKnown()) {
          own.knownLines().disable();
        }
      }
      lineNumber++;
      at = end + 1;
    }
    return to;
  }

  private void carry(Workspace own, byte[] bytes, int from, int to) throws PushRefusedException {
    if (from < to) {
      checkLength(own.carry().size() + to - from);
      own.carry().append(bytes, from, to);
    }
  }

  private void checkLength(int lineBytes) throws PushRefusedException {
    if (lineBytes > maxLineBytes) {
      throw PushRefusedException.at(
          RefusalReason.LIMIT,
          lineNumber,
          maxLineBytes + 1,
          "line longer than " + maxLineBytes + " bytes");
    }
  }

  /**
   * Checks the push as a whole and applies it at one cut.
   *
   * @throws PushRefusedException if it cannot be applied; the push is over and counted
   */
  public PushResult finish() throws PushRefusedException {
    Workspace own = open();
    try {
      checkComplete(own);
      PendingPush pending = own.pending();
      // A number for the labels only once nothing can be refused any more.
      pending.commit(() -> contexts.findOrAdd(labels));
      return applied(own);
    } catch (PushRefusedException e) {
      end(own, e.reason());
      throw e;
    } catch (RuntimeException | Error e) {
      fail();
      throw e;
    }
  }

  /** A cut body must not pass for a whole one, so the last line needs its line feed too. */
  private void checkComplete(Workspace own) throws PushRefusedException {
    ByteWriter carry = own.carry();
    if (carry.size() > 0) {
      Line line = new Line();
      line.set(carry.array(), 0, carry.size(), lineNumber);
      throw line.refusal(
          RefusalReason.MALFORMED, carry.size(), "the last line must end with a line feed");
    }
  }

  private PushResult applied(Workspace own) {
    PendingPush pending = own.pending();
    long skipped = own.knownLines().skipped() + own.newLines().skipped();
    PushResult result =
        new PushResult(
            samples(own),
            skipped,
            own.knownLines().predicted(),
            pending.newSeries(),
            pending.blockLocks());
    release(own);
    metrics.pushApplied(result.samples(), skipped);
    return result;
  }

  private static long samples(Workspace own) {
    return own.knownLines().accepted() + own.newLines().accepted();
  }

  /** Drops the push for a reason the engine does not know, such as a lost connection; counted. */
  public void abort(RefusalReason reason) {
    Workspace own = workspace;
    if (own != null) {
      end(own, reason);
    }
  }

  private void end(Workspace own, RefusalReason reason) {
    long samples = samples(own);
    release(own);
    metrics.pushRefused(reason, samples);
  }

  private void release(Workspace own) {
    forget();
    pool.giveBack(own);
  }

  /** After a fault of ours: the workspace may be in any state and is not used again. */
  private void fail() {
    if (workspace != null) {
      forget();
      metrics.pushRefused(RefusalReason.INTERNAL, 0);
    }
  }

  private void forget() {
    workspace = null;
    pool.countBytes(-countedBytes);
    countedBytes = 0;
  }
}
