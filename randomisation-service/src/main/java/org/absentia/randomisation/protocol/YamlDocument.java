package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Reads a YAML document as the JSON document that it stands for. Only what JSON can say is read: no
 * anchors, tags or second document, and an unquoted word is a number, true, false or null where
 * JSON would read it so, otherwise a text. A day, an office 0101 or a level no stays what it looks
 * like.
 */
public final class YamlDocument {
  private static final int DEEPEST = 64;
  private static final int LARGEST = 256 * 1024;
  private static final String NUMBER = "-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Iterator<Event> events;

  private YamlDocument(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * Parses one YAML document.
   *
   * @throws Problem 400 {@code malformed-yaml} with line and column
   */
  public static JsonNode parse(byte[] body) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    try {
      return new YamlDocument(new Yaml(options).parse(text(body)).iterator()).document();
    } catch (MarkedYAMLException malformed) {
      throw malformed("not YAML", malformed.getProblemMark());
    } catch (YAMLException malformed) {
      throw malformed("not YAML, or more than 256 kB", null);
    }
  }

  private JsonNode document() {
    Event first = events.next();
    while (first instanceof StreamStartEvent || first instanceof DocumentStartEvent) {
      first = events.next();
    }
    JsonNode root = value(first, 0);
    events.next();
    if (events.next() instanceof DocumentStartEvent second) {
      throw malformed("a second document", second.getStartMark());
    }
    return root;
  }

  private JsonNode value(Event event, int depth) {
    if (depth > DEEPEST) {
      throw malformed("nested too deeply", event.getStartMark());
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent mapping -> mapping(untagged(mapping), depth);
      case SequenceStartEvent sequence -> sequence(untagged(sequence), depth);
      case AliasEvent alias -> throw malformed("an alias", alias.getStartMark());
      default -> throw malformed("empty", event.getStartMark());
    };
  }

  private JsonNode mapping(Event start, int depth) {
    ObjectNode object = JSON.objectNode();
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      if (!(key instanceof ScalarEvent name)) {
        throw malformed("a name that is no text", start.getStartMark());
      }
      if (object.has(name.getValue())) {
        throw malformed("a member named twice", name.getStartMark());
      }
      object.set(name.getValue(), value(events.next(), depth + 1));
    }
    return object;
  }

  private JsonNode sequence(Event start, int depth) {
    var array = JSON.arrayNode();
    for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
      array.add(value(next, depth + 1));
    }
    return array;
  }

  private static JsonNode scalar(ScalarEvent scalar) {
    if (scalar.getTag() != null || scalar.getAnchor() != null) {
      throw malformed("a tag or an anchor", scalar.getStartMark());
    }
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) {
      return JSON.textNode(text);
    }
    return switch (text) {
      case "", "~", "null" -> JSON.nullNode();
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      default -> text.matches(NUMBER) ? number(new BigDecimal(text)) : JSON.textNode(text);
    };
  }

  // an integer stays one, as Jackson reads it from JSON
  private static JsonNode number(BigDecimal value) {
    return value.scale() > 0 ? JSON.numberNode(value) : whole(value);
  }

  private static JsonNode whole(BigDecimal value) {
    return switch (value.precision()) {
      case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> JSON.numberNode(value.intValueExact());
      case 10, 11, 12, 13, 14, 15, 16, 17, 18 -> JSON.numberNode(value.longValueExact());
      default -> JSON.numberNode(value.toBigIntegerExact());
    };
  }

  private static Reader text(byte[] body) {
    try {
      return new StringReader(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException undecodable) {
      throw malformed("not text in UTF-8", null);
    }
  }

  private static Event untagged(CollectionStartEvent start) {
    if (start.getTag() != null || start.getAnchor() != null) {
      throw malformed("a tag or an anchor", start.getStartMark());
    }
    return start;
  }

  private static Problem malformed(String what, @Nullable Mark at) {
    String place =
        at == null ? "" : " at line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1);
    return Problem.badRequest(
        "malformed-yaml",
        "The body is not a YAML document that JSON could say as well.",
        List.of(new Fault("", what + place)));
  }
}
