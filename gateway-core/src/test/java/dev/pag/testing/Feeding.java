package dev.pag.testing;

import dev.pag.Gateway;
import dev.pag.PushResult;
import dev.pag.model.PushRefusedException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One way a body may reach the engine; what it does must not depend on it. */
public interface Feeding {
  PushResult push(Gateway gateway, String rawPath, byte[] body) throws PushRefusedException;

  /**
   * Whole, byte by byte, and cut in two at every offset, the empty chunks at both ends included.
   */
  static Stream<Feeding> allOf(PushCase push) {
    Feeding whole = named("whole", Pushes::push);
    Feeding byBytes = named("byte by byte", Pushes::pushByBytes);
    Stream<Feeding> cut =
        IntStream.rangeClosed(0, push.body().length)
            .mapToObj(
                offset ->
                    named(
                        "cut at " + offset,
                        (gateway, path, body) -> Pushes.pushCut(gateway, path, body, offset)));
    return Stream.concat(Stream.of(whole, byBytes), cut);
  }

  private static Feeding named(String name, Feeding feeding) {
    return new Feeding() {
      @Override
      public PushResult push(Gateway gateway, String rawPath, byte[] body)
          throws PushRefusedException {
        return feeding.push(gateway, rawPath, body);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }
}
