package dev.pag.benchmarks.stage;

/** Bodies in turn, round and round. Threads: one. */
public final class Cycle {
  private final byte[][] bodies;
  private int next;

  public Cycle(byte[][] bodies) {
    this.bodies = bodies;
  }

  public byte[] next() {
    byte[] body = bodies[next];
    next = next + 1 == bodies.length ? 0 : next + 1;
    return body;
  }

  public int size() {
    return bodies.length;
  }
}
