package org.absentia.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;

/**
 * A place in an untrusted JSON document. Each getter notes a fault with its JSON pointer when a
 * member is absent or of the wrong form and goes on with a harmless placeholder, so that one pass
 * finds every fault; ask {@link Faults#any()} before using what was read.
 */
public final class JsonReader {
  private static final int LARGEST_SCALE = 400;
  private static final int LARGEST_PRECISION = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build());
  }

  private final JsonNode node;
  private final String pointer;
  private final Faults faults;

  private JsonReader(JsonNode node, String pointer, Faults faults) {
    this.node = node;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** Starts reading at the root of a document. */
  public static JsonReader of(JsonNode root, Faults faults) {
    return new JsonReader(root, "", faults);
  }

  /**
   * Parses one JSON document.
   *
   * @throws Problem 400 {@code malformed-json} with line and column when it is not JSON
   */
  public static JsonNode parse(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node.isMissingNode()) {
        throw malformed(new Fault("", "the body is empty"));
      }
      Faults faults = new Faults();
      noteHugeNumbers(node, "", faults);
      faults.throwIfAny("malformed-json", "The body holds numbers that no one would write.");
      return node;
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    } catch (NumberFormatException beyondNumbers) { // Jackson lets it through for 1e99999999999
      throw malformed(new Fault("", "a number whose exponent no one would write"));
    } catch (IOException undecodable) {
      throw malformed(new Fault("", "not text in UTF-8"));
    }
  }

  /** A few bytes such as 1e-2000000000 would burn minutes in the first sum they meet. */
  private static void noteHugeNumbers(JsonNode node, String pointer, Faults faults) {
    if (node.isNumber() && isHuge(node)) {
      faults.add(pointer, "must be a number of at most 100 digits and an exponent within 400");
    }
    for (var member : node.properties()) {
      noteHugeNumbers(member.getValue(), pointer + "/" + escaped(member.getKey()), faults);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      noteHugeNumbers(node.get(i), pointer + "/" + i, faults);
    }
  }

  private static boolean isHuge(JsonNode number) {
    if (number.isInt() || number.isLong()) {
      return false;
    }
    // without the zeros at its end, since canonical JSON writes 1e300 with 300 of them
    BigDecimal value = number.decimalValue().stripTrailingZeros();
    return Math.abs((long) value.scale()) > LARGEST_SCALE || value.precision() > LARGEST_PRECISION;
  }

  private static Fault where(JsonProcessingException malformed) {
    var place = malformed.getLocation();
    String at =
        place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return new Fault("", "not JSON (or a member named twice)" + at);
  }

  /** A body of which a parser cannot make a document, as the problem that names the place. */
  public static Problem malformed(JsonProcessingException malformed) {
    return malformed(where(malformed));
  }

  private static Problem malformed(Fault fault) {
    return Problem.badRequest("malformed-json", "The body is not a JSON document.", List.of(fault));
  }

  public JsonNode node() {
    return node;
  }

  /** The JSON pointer of this place. */
  public String pointer() {
    return pointer;
  }

  public Faults faults() {
    return faults;
  }

  /** Tells whether a member is there and not null. */
  public boolean has(String name) {
    return !get(name).isMissingNode();
  }

  /** Notes a fault of a member of this object. */
  public void fault(String name, String detail) {
    faults.add(pointer + "/" + escaped(name), detail);
  }

  /** Notes a fault of this place itself. */
  public void fault(String detail) {
    faults.add(pointer, detail);
  }

  /** Notes a fault for each member that is not among the named ones. */
  public void noOthers(String... names) {
    Set<String> known = Set.of(names);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                fault(name, "unknown member");
              }
            });
  }

  public Optional<String> text(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      fault(name, "must be a text");
      return Optional.empty();
    }
    if (value.textValue().indexOf('\0') >= 0) {
      fault(name, "must not hold U+0000, which PostgreSQL cannot keep");
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  public String requiredText(String name) {
    return required(name, text(name), "");
  }

  public Optional<LocalDate> date(String name) {
    return text(name)
        .flatMap(
            value -> {
              Optional<LocalDate> date = plausible(value);
              if (date.isEmpty()) {
                fault(name, "must be a date from 1900 to 2199, such as 2019-04-01");
              }
              return date;
            });
  }

  private static Optional<LocalDate> plausible(String value) {
    try {
      return Optional.of(LocalDate.parse(value))
          .filter(date -> !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  public LocalDate requiredDate(String name) {
    return required(name, date(name), LocalDate.EPOCH);
  }

  /** An RFC 3339 instant; an offset is converted to UTC. */
  public Optional<Instant> instant(String name) {
    return text(name)
        .flatMap(
            value -> {
              try {
                return Optional.of(OffsetDateTime.parse(value).toInstant());
              } catch (DateTimeException malformed) {
                fault(name, "must be an instant such as 2019-04-01T10:00:00Z");
                return Optional.empty();
              }
            });
  }

  public Instant requiredInstant(String name) {
    return required(name, instant(name), Instant.EPOCH);
  }

  public Optional<BigDecimal> decimal(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      fault(name, "must be a number");
      return Optional.empty();
    }
    return Optional.of(value.decimalValue());
  }

  public BigDecimal requiredDecimal(String name) {
    return required(name, decimal(name), BigDecimal.ZERO);
  }

  public OptionalInt integer(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      fault(name, "must be a whole number");
      return OptionalInt.empty();
    }
    return OptionalInt.of(value.intValue());
  }

  public int requiredInteger(String name) {
    OptionalInt value = integer(name);
    if (value.isEmpty() && !has(name)) {
      fault(name, "is missing");
    }
    return value.orElse(0);
  }

  public OptionalLong longInteger(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      fault(name, "must be a whole number");
      return OptionalLong.empty();
    }
    return OptionalLong.of(value.longValue());
  }

  public boolean bool(String name, boolean otherwise) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      fault(name, "must be true or false");
      return otherwise;
    }
    return value.booleanValue();
  }

  /** One of an enum's constants, written as its name. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
    return text(name)
        .flatMap(
            value -> {
              Optional<E> found =
                  Arrays.stream(choices.getEnumConstants())
                      .filter(c -> c.name().equals(value))
                      .findFirst();
              if (found.isEmpty()) {
                fault(name, "must be one of " + namesOf(choices));
              }
              return found;
            });
  }

  /** Like {@link #choice}; the placeholder after a fault is the first constant. */
  public <E extends Enum<E>> E requiredChoice(String name, Class<E> choices) {
    return required(name, choice(name, choices), choices.getEnumConstants()[0]);
  }

  /** A member that is an object; the placeholder after a fault is an empty one. */
  public JsonReader requiredObject(String name) {
    return object(name)
        .orElseGet(
            () -> {
              if (!has(name)) {
                fault(name, "is missing");
              }
              return at(name, MissingNode.getInstance());
            });
  }

  public Optional<JsonReader> object(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      fault(name, "must be an object");
      return Optional.empty();
    }
    return Optional.of(at(name, value));
  }

  /** The elements of a member that is an array of objects; absent counts as empty. */
  public List<JsonReader> objects(String name) {
    List<JsonReader> elements = elements(name);
    List<JsonReader> objects = new ArrayList<>();
    for (JsonReader element : elements) {
      if (element.node.isObject()) {
        objects.add(element);
      } else {
        element.fault("must be an object");
      }
    }
    return objects;
  }

  /** The texts of a member that is an array of texts; absent counts as empty. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonReader element : elements(name)) {
      if (element.node.isTextual()) {
        texts.add(element.node.textValue());
      } else {
        element.fault("must be a text");
      }
    }
    return texts;
  }

  /** The elements of a member that is an array of anything; absent counts as empty. */
  public List<JsonReader> elements(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return List.of();
    }
    if (!value.isArray()) {
      fault(name, "must be an array");
      return List.of();
    }
    JsonReader array = at(name, value);
    List<JsonReader> elements = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      elements.add(array.at(String.valueOf(i), value.get(i)));
    }
    return elements;
  }

  private JsonReader at(String name, JsonNode value) {
    return new JsonReader(value, pointer + "/" + escaped(name), faults);
  }

  private JsonNode get(String name) {
    JsonNode value = node.path(name);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  private <T> T required(String name, Optional<T> value, T placeholder) {
    if (value.isEmpty() && !has(name)) {
      fault(name, "is missing");
    }
    return value.orElse(placeholder);
  }

  private static <E extends Enum<E>> String namesOf(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", "));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
