package dev.pag;

import dev.pag.model.LabelSet;
import dev.pag.model.PushRefusedException;
import dev.pag.parse.PathLabelParser;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The labels of a request path such as {@code /metrics/job/x/instance/y}, checked and sorted. */
public final class PathLabels {
  public static final PathLabels NONE = new PathLabels(LabelSet.EMPTY);

  private final LabelSet labels;
  private final @Nullable String job;

  private PathLabels(LabelSet labels) {
    this.labels = labels;
    this.job = value("job");
  }

  /**
   * Reads the label part of a raw, still percent-encoded path.
   *
   * @param rawLabels what follows {@code /metrics} in the request target, without the query: for
   *     example {@code /job/x/instance/y}; slashes at both ends do not matter
   * @throws PushRefusedException if the labels are odd in number or not legal
   */
  public static PathLabels parse(String rawLabels) throws PushRefusedException {
    GatewayConfig limits = GatewayConfig.DEFAULT;
    LabelSet labels = PathLabelParser.parse(rawLabels, limits.maxLabels(), limits.maxNameBytes());
    return labels.size() == 0 ? NONE : new PathLabels(labels);
  }

  LabelSet labels() {
    return labels;
  }

  /** The value of label {@code job}, as {@link #value} gives it but found once. */
  public @Nullable String job() {
    return job;
  }

  /**
   * The value of label {@code name} as the text format escapes it, or null if absent; for the own
   * metric by push job.
   */
  public @Nullable String value(String name) {
    for (int i = 0; i < labels.size(); i++) {
      if (name.equals(new String(labels.name(i), StandardCharsets.UTF_8))) {
        return new String(labels.escapedValue(i), StandardCharsets.UTF_8);
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return labels.toString();
  }
}
