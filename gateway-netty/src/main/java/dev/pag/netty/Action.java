package dev.pag.netty;

import dev.pag.PathLabels;

/** What is to be done with a request whose head was found fine, or what to answer if not. */
sealed interface Action {
  /** Read the body as a push. */
  record Push(PathLabels labels) implements Action {}

  record Scrape(boolean gzip) implements Action {}

  record OwnMetrics() implements Action {}

  /**
   * Tell whether we are alive, or ready.
   *
   * @param readiness answer 503 if not ready
   */
  record Health(boolean readiness) implements Action {}

  /** Answer so, once the body, if there is one, was read and thrown away. */
  record Reply(Answer answer) implements Action {}

  /**
   * Answer so at once, whatever the body.
   *
   * @param framingDoubtful where the next request begins cannot be trusted, so close in any case
   */
  record Refuse(Refusal refusal, boolean framingDoubtful) implements Action {}
}
