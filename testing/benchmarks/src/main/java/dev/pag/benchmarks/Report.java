package dev.pag.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, in the forms it is wanted in. Figures come in the order of their goals, those
 * without one last.
 *
 * @param command that gives such a report
 */
record Report(Machine machine, String command, List<Figure> figures) {
  Report {
    figures =
        figures.stream()
            .sorted(
                Comparator.comparingInt(
                    figure -> figure.goal() == 0 ? Integer.MAX_VALUE : figure.goal()))
            .toList();
  }

  /** For a terminal: a line a figure, and one below it that says how it came about. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(row("goal", "figure", "value", "required", "stretch", ""));
    for (Figure figure : figures) {
      text.append(
          row(
              goal(figure),
              figure.name(),
              value(figure),
              bound(figure, figure.required()),
              bound(figure, figure.stretch()),
              verdict(figure)));
      text.append("      ").append(figure.detail()).append('\n');
    }
    return text.toString();
  }

  private static String row(
      String goal, String name, String value, String required, String stretch, String verdict) {
    String row =
        String.format(
            Locale.ROOT,
            "%4s  %-72s %14s  %10s  %10s  %s",
            goal,
            name,
            value,
            required,
            stretch,
            verdict);
    return row.stripTrailing() + "\n";
  }

  /** The part of docs/PERFORMANCE.md that is not written by hand. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s, %d processors, %s; %s; commit %s; %s. Taken with\n\n```sh\n%s\n```\n\n",
            machine.cpu(),
            machine.cores(),
            machine.kernel(),
            machine.jdk(),
            machine.commit(),
            machine.date(),
            command));
    text.append("| goal | figure | value | required | stretch | how |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Figure figure : figures) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s |\n",
              goal(figure),
              figure.name(),
              value(figure),
              bound(figure, figure.required()),
              bound(figure, figure.stretch()),
              figure.detail().replace("|", "\\|").replace('\n', ' ')));
    }
    return text.toString();
  }

  /** For programs; what has no number is null. */
  String json() {
    JsonText json = new JsonText().object();
    json.field("machine").object();
    json.field("cpu").value(machine.cpu());
    json.field("cores").value(machine.cores());
    json.field("kernel").value(machine.kernel());
    json.field("jdk").value(machine.jdk());
    json.field("commit").value(machine.commit());
    json.field("date").value(machine.date());
    json.end();
    json.field("command").value(command);
    json.field("figures").array();
    figures.forEach(figure -> append(json, figure));
    return json.end().end().text() + "\n";
  }

  private static void append(JsonText json, Figure figure) {
    json.object();
    json.field("goal").value(figure.goal());
    json.field("name").value(figure.name());
    json.field("value").value(figure.value());
    json.field("unit").value(figure.unit());
    json.field("required").value(figure.required());
    json.field("stretch").value(figure.stretch());
    json.field("direction").value(figure.direction().name());
    json.field("detail").value(figure.detail());
    json.end();
  }

  /** Nothing is so far off that noise cannot be the reason. */
  boolean acceptable() {
    return figures.stream().noneMatch(Figure::farBelowRequired);
  }

  private static String goal(Figure figure) {
    return figure.goal() == 0 ? "" : Integer.toString(figure.goal());
  }

  private static String value(Figure figure) {
    return figure.measured() ? (number(figure.value()) + " " + figure.unit()).strip() : "-";
  }

  private static String bound(Figure figure, double bound) {
    if (Double.isNaN(bound)) {
      return "";
    }
    return (figure.direction() == Figure.Direction.AT_LEAST ? ">= " : "<= ") + number(bound);
  }

  private static String verdict(Figure figure) {
    if (figure.direction() == Figure.Direction.INFO || !figure.measured()) {
      return "";
    } else if (figure.meetsStretch()) {
      return "stretch";
    } else if (figure.meetsRequired()) {
      return "required";
    }
    return figure.farBelowRequired() ? "FAILED" : "missed";
  }

  /** Three digits or all of the integer part. */
  private static String number(double value) {
    double size = Math.abs(value);
    String format =
        size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
