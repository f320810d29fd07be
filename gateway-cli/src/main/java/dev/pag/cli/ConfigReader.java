package dev.pag.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one mapping from setting to value, or to a list of values, out of YAML; JSON is YAML too.
 *
 * <p>Works on the parser's events, not on loaded objects: so values keep the spelling of the file
 * ({@code :8080}, {@code 20s}), every message has its line, and nesting or aliases are refused
 * where they begin, before they cost anything.
 */
final class ConfigReader {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final String fileName;
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  ConfigReader(String fileName) {
    this.fileName = fileName;
  }

  Map<Setting, String> read(String text) throws UsageException {
    LoadSettings settings = LoadSettings.builder().setLabel(fileName).build();
    try {
      readStream(new Parse(settings).parseString(text).iterator());
      return values;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new UsageException(fileName + ":" + line + ": not YAML or JSON: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new UsageException(fileName + ": not YAML or JSON: " + firstLine(e));
    }
  }

  private void readStream(Iterator<Event> events) throws UsageException {
    events.next(); // start of the stream
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      return;
    }
    Event root = events.next();
    if (root instanceof MappingStartEvent) {
      readMapping(events);
    } else if (!isNull(root)) {
      throw error(root, "expected lines of the form key: value");
    }
    events.next(); // end of the document
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw error(end, "more than one YAML document");
    }
  }

  private void readMapping(Iterator<Event> events) throws UsageException {
    Event key = events.next();
    while (key.getEventId() != Event.ID.MappingEnd) {
      Setting setting = readKey(key);
      if (values.put(setting, readValue(setting, events)) != null) {
        throw error(key, "duplicate key '" + setting.key() + "'");
      }
      key = events.next();
    }
  }

  private Setting readKey(Event event) throws UsageException {
    if (!(event instanceof ScalarEvent key)) {
      throw error(event, "expected a key");
    }
    List<String> known =
        Arrays.stream(Setting.values()).filter(Setting::isKey).map(Setting::key).toList();
    return Setting.ofKey(key.getValue())
        .orElseThrow(
            () ->
                error(
                    event,
                    "unknown key '" + key.getValue() + "'" + Suggestion.of(key.getValue(), known)));
  }

  private String readValue(Setting setting, Iterator<Event> events) throws UsageException {
    Event event = events.next();
    if (event instanceof SequenceStartEvent) {
      return readList(setting, event, events);
    }
    return readScalar(setting, event);
  }

  private String readList(Setting setting, Event start, Iterator<Event> events)
      throws UsageException {
    if (!setting.isList()) {
      throw error(start, "key '" + setting.key() + "' takes one value, not a list");
    }
    List<String> items = new ArrayList<>();
    Event item = events.next();
    while (item.getEventId() != Event.ID.SequenceEnd) {
      String text = readScalar(setting, item);
      if (text.contains(",")) {
        throw error(item, "key '" + setting.key() + "': an item must not contain a comma");
      }
      items.add(text);
      item = events.next();
    }
    return String.join(",", items);
  }

  private String readScalar(Setting setting, Event event) throws UsageException {
    if (isNull(event)) {
      throw error(event, "key '" + setting.key() + "' has no value");
    }
    if (!(event instanceof ScalarEvent scalar)) {
      throw error(event, "key '" + setting.key() + "': expected a plain value");
    }
    return scalar.getValue();
  }

  private static boolean isNull(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && NULLS.contains(scalar.getValue());
  }

  private UsageException error(Event event, String problem) {
    int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    return new UsageException(fileName + ":" + line + ": " + problem);
  }

  private static String firstLine(YamlEngineException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
