package dev.pag.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two servers under the same load in turns, each in several processes one after the other, both on
 * the same processor: while one works the other waits for requests.
 */
final class LoadContest {
  private static final int COLD_WARM_UPS = 3;

  private final Wrk wrk;
  private final Cores cores;
  private final Effort effort;
  private final ServerProcess.Command rival;
  private final ServerProcess.Command gateway;
  private final Map<String, Result> results = new LinkedHashMap<>();

  LoadContest(
      Wrk wrk,
      Cores cores,
      Effort effort,
      ServerProcess.Command rival,
      ServerProcess.Command gateway) {
    this.wrk = wrk;
    this.cores = cores;
    this.effort = effort;
    this.rival = pinned(rival);
    this.gateway = pinned(gateway);
  }

  private ServerProcess.Command pinned(ServerProcess.Command command) {
    return (apiPort, lifecyclePort) -> cores.on(cores.server(), command.on(apiPort, lifecyclePort));
  }

  /**
   * Runs all shapes in all processes.
   *
   * @throws IOException if an answer was not 2xx, or the gateway's sums are not what was pushed
   */
  void run(List<LoadShape> shapes) throws IOException, InterruptedException {
    for (int run = 0; run < effort.jvmRuns(); run++) {
      try (ServerProcess rivalServer = ServerProcess.start(rival);
          ServerProcess gatewayServer = ServerProcess.start(gateway)) {
        LoadShape first = shapes.get(0).named("cold"); // or it would bear what all compile
        for (int i = 0; i < COLD_WARM_UPS; i++) {
          long unusedRival = warmUp(first, rivalServer);
          long unusedGateway = warmUp(first, gatewayServer);
        }
        for (LoadShape shape : shapes) {
          run(shape, rivalServer, gatewayServer);
        }
      }
    }
  }

  private void run(LoadShape shape, ServerProcess rivalServer, ServerProcess gatewayServer)
      throws IOException, InterruptedException {
    long unused = warmUp(shape, rivalServer);
    long answered = warmUp(shape, gatewayServer);
    List<LoadRound> rivalRounds = new ArrayList<>();
    List<LoadRound> gatewayRounds = new ArrayList<>();
    for (int round = 0; round < effort.rounds(); round++) {
      rivalRounds.add(round(shape, rivalServer));
      gatewayRounds.add(round(shape, gatewayServer));
      answered += gatewayRounds.get(round).requests();
    }
    results
        .computeIfAbsent(shape.name(), name -> new Result(new ArrayList<>(), new ArrayList<>()))
        .add(LoadRound.best(rivalRounds), LoadRound.best(gatewayRounds));
    long inWork = (long) Wrk.CONNECTIONS * shape.pipelined();
    SumCheck.scrape(gatewayServer).verify(shape, answered, inWork * (effort.rounds() + 1));
  }

  /** Gives the number of pushes that were answered. */
  private long warmUp(LoadShape shape, ServerProcess server)
      throws IOException, InterruptedException {
    int seconds = effort.warmUpSeconds();
    return seconds == 0 ? 0 : wrk.run(shape, server, seconds).requests();
  }

  private LoadRound round(LoadShape shape, ServerProcess server)
      throws IOException, InterruptedException {
    ProcessFigures figures = server.figures();
    long before = figures.cpuNanos();
    WrkResult result = wrk.run(shape, server, effort.roundSeconds());
    return new LoadRound(result.requests(), result.perSecond(), figures.cpuNanos() - before);
  }

  /** Of a shape that was run. */
  Result result(LoadShape shape) {
    Result result = results.get(shape.name());
    if (result == null) {
      throw new IllegalArgumentException("not run: " + shape.name());
    }
    return result;
  }

  /** The best round of each process, in the order they ran. */
  record Result(List<LoadRound> rival, List<LoadRound> gateway) {
    private void add(LoadRound ofRival, LoadRound ofGateway) {
      rival.add(ofRival);
      gateway.add(ofGateway);
    }

    /** Pushes a CPU second of the gateway, in those of the rival: 1 is as many. */
    double ratio() {
      return ratio(LoadRound.best(rival), LoadRound.best(gateway));
    }

    private static double ratio(LoadRound rival, LoadRound gateway) {
      return rival.cpuMicrosPerRequest() / gateway.cpuMicrosPerRequest();
    }

    double gatewayCpuMicros() {
      return LoadRound.best(gateway).cpuMicrosPerRequest();
    }

    /** The figures behind the ratio, and the ratio of each pair of processes. */
    String detail(String rivalName) {
      List<String> ratios = new ArrayList<>();
      for (int i = 0; i < rival.size(); i++) {
        ratios.add(String.format(Locale.ROOT, "%.2f", ratio(rival.get(i), gateway.get(i))));
      }
      return text(rivalName, LoadRound.best(rival))
          + "; "
          + text("gateway", LoadRound.best(gateway))
          + "; by process "
          + ratios.stream().collect(Collectors.joining(" "));
    }

    private static String text(String name, LoadRound round) {
      return String.format(
          Locale.ROOT,
          "%s %.2f us CPU, %,.0f/s",
          name,
          round.cpuMicrosPerRequest(),
          round.perSecond());
    }
  }
}
