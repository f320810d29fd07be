package dev.pag.benchmarks.load;

import dev.pag.benchmarks.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, and how much.
 *
 * @param jar the runnable gateway
 * @param flags of the JVM, added to those that a benchmark starts each gateway with
 */
public record Setup(Mode mode, Path jar, List<String> flags) {
  private static final String LOOPBACK = "127.0.0.1:";

  Effort effort() {
    return Effort.of(mode);
  }

  /** The gateway on the JDK this runs on. */
  ServerProcess.Command gateway(String... jvmFlags) {
    return gateway(JavaHomes.own(), jvmFlags);
  }

  /** The gateway on another JDK. */
  ServerProcess.Command gateway(Path javaHome, String... jvmFlags) {
    List<String> command = new ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
    command.addAll(List.of(jvmFlags));
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.toString()));
    return program(command);
  }

  /** A program that has the gateway's flags: its start script, or the original. */
  static ServerProcess.Command program(List<String> start) {
    return (apiPort, lifecyclePort) -> {
      List<String> command = new ArrayList<>(start);
      command.addAll(List.of("--apiListen", LOOPBACK + apiPort));
      command.addAll(List.of("--lifecycleListen", LOOPBACK + lifecyclePort));
      return command;
    };
  }

  /** The null sink, with the class path of this JVM. */
  static ServerProcess.Command nullSink(String... jvmFlags) {
    return (apiPort, lifecyclePort) -> {
      List<String> command = new ArrayList<>();
      command.add(JavaHomes.own().resolve("bin/java").toString());
      command.addAll(List.of(jvmFlags));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(NullSink.class.getName(), "" + apiPort));
      return command;
    };
  }
}
