package dev.pag.netty;

/** What the gateway tells every open connection while it stops. */
enum DrainEvent {
  /** Finish the request in work, take no other. */
  BEGIN,
  /** The time to drain is up. */
  CUT
}
