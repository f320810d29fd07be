package dev.pag.netty;

import dev.pag.model.PushRefusedException;
import dev.pag.model.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Why a request gets a 4xx or 5xx, in the words of the log, and the answer with the same words.
 *
 * @param reason null if the request is not a push, or not known to be one
 * @param message one line, client text in it escaped and cut
 */
record Refusal(@Nullable RefusalReason reason, String message, Answer answer) {

  /** Not about a push: a wrong path or method, or a head that cannot be read. */
  static Refusal of(int status, String message, Header... headers) {
    return new Refusal(null, message, Answer.error(status, message, headers));
  }

  static Refusal of(RefusalReason reason, String message, Header... headers) {
    return new Refusal(reason, message, Answer.error(reason.status(), message, headers));
  }

  static Refusal of(PushRefusedException refused) {
    return of(refused.reason(), String.valueOf(refused.getMessage()));
  }
}
