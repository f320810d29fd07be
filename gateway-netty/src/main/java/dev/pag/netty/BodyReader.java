package dev.pag.netty;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import io.netty.handler.codec.http.HttpContent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the pieces of a body to whoever takes it, and turns what goes wrong into a refusal. */
final class BodyReader {
  private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

  private BodyReader() {}

  /**
   * Reads one piece, and ends the body with the last.
   *
   * @return null if all is fine; otherwise the body is over
   */
  static @Nullable Refusal read(RequestBody body, HttpContent content, boolean last) {
    try {
      requireFramed(content);
      body.read(content.content());
      if (last) {
        body.end();
      }
      return null;
    } catch (PushRefusedException refused) {
      body.abort(refused.reason());
      return Refusal.of(refused);
    } catch (RuntimeException bug) {
      LOG.error("request failed", bug);
      body.abort(RefusalReason.INCOMPLETE);
      return Refusal.of(500, "internal error");
    }
  }

  private static void requireFramed(HttpContent content) throws PushRefusedException {
    if (content.decoderResult().isFailure()) {
      String words = String.valueOf(content.decoderResult().cause().getMessage());
      throw new PushRefusedException(
          RefusalReason.MALFORMED, "malformed HTTP body: " + Excerpt.of(words));
    }
  }
}
