package org.absentia.ingest.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one JSON object, given as maps, lists, texts, {@link BigDecimal}s and
 * booleans, and notes each fault with its pointer instead of stopping at the first. A null member
 * counts as absent. A required member that is absent or faulty yields a harmless placeholder, so
 * check {@link Faults#any()} before using what was read.
 */
public final class Fields {
  private static final LocalDate NO_DATE = LocalDate.EPOCH;
  private static final int LARGEST_SCALE = 20;
  private static final int MOST_DIGITS = 40;

  private final Map<?, ?> members;
  private final String pointer;
  private final Faults faults;

  private Fields(Map<?, ?> members, String pointer, Faults faults) {
    this.members = members;
    this.pointer = pointer;
    this.faults = faults;
  }

  /** Reads a whole document; anything but an object is one fault and reads as an empty object. */
  public static Fields of(@Nullable Object document, Faults faults) {
    if (document instanceof Map<?, ?> object) {
      return new Fields(object, "", faults);
    }
    faults.add("", "must be an object");
    return new Fields(Map.of(), "", faults);
  }

  public boolean has(String name) {
    return members.get(name) != null;
  }

  /** Notes a fault at a member. */
  public void fault(String name, String detail) {
    faults.add(pointerTo(name), detail);
  }

  public String pointerTo(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  public Optional<String> text(String name) {
    return value(name, String.class, "must be a text").filter(text -> !text.isBlank());
  }

  public String requiredText(String name) {
    return required(name, text(name), "");
  }

  /** A text or a whole number, as text: identifiers that some producers write either way. */
  public Optional<String> label(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case BigDecimal number -> ordinary(name, number).map(BigDecimal::toPlainString);
      case String text -> Optional.of(text).filter(t -> !t.isBlank());
      default -> {
        fault(name, "must be a text or a whole number");
        yield Optional.empty();
      }
    };
  }

  /** A calendar date; a zone offset after it is left out, never applied. */
  public Optional<LocalDate> date(String name) {
    return text(name)
        .flatMap(parsed(name, CalendarDates::parse, "must be a date such as 2026-11-21"));
  }

  public LocalDate requiredDate(String name) {
    return required(name, date(name), NO_DATE);
  }

  /** Days from one member to another; without the second they are open. Empty after a fault. */
  public Optional<Interval> interval(String fromName, String toName) {
    boolean open = !has(toName);
    Optional<LocalDate> from = date(fromName);
    required(fromName, from, NO_DATE);
    Optional<LocalDate> to = date(toName);
    if (from.isEmpty() || (to.isEmpty() && !open)) {
      return Optional.empty();
    }
    if (to.map(last -> last.isBefore(from.get())).orElse(false)) {
      fault(toName, "must not lie before " + fromName);
      return Optional.empty();
    }
    return Optional.of(new Interval(from.get(), to));
  }

  /** Days from one member to another, both required. Empty after a fault. */
  public Optional<Interval> closedInterval(String fromName, String toName) {
    Optional<Interval> days = interval(fromName, toName);
    if (!has(toName)) {
      fault(toName, "is missing");
      return Optional.empty();
    }
    return days;
  }

  /** A date if one is there that can be read; for members whose absence or nonsense is no fault. */
  public Optional<LocalDate> readableDate(String name) {
    try {
      return members.get(name) instanceof String text
          ? Optional.of(CalendarDates.parse(text))
          : Optional.empty();
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }

  /** A point in time with zone or offset, kept to the microsecond. */
  public Optional<Instant> instant(String name) {
    return text(name)
        .flatMap(
            parsed(
                name, Instants::parse, "must be a time such as 2026-11-21T09:30:00Z, with zone"));
  }

  public Instant requiredInstant(String name) {
    return required(name, instant(name), Instant.EPOCH);
  }

  /** A point in time; one without zone is Norwegian local time, as NAV writes it. */
  public Optional<Instant> norwegianTime(String name) {
    return text(name)
        .flatMap(parsed(name, Instants::parseNorwegian, "must be a time such as 2026-11-21T09:30"));
  }

  public Optional<Long> integer(String name, long from, long to) {
    return number(name)
        .flatMap(
            number -> {
              boolean whole = number.stripTrailingZeros().scale() <= 0;
              if (whole
                  && number.compareTo(BigDecimal.valueOf(from)) >= 0
                  && number.compareTo(BigDecimal.valueOf(to)) <= 0) {
                return Optional.of(number.longValue());
              }
              fault(name, "must be a whole number from " + from + " to " + to);
              return Optional.empty();
            });
  }

  public long requiredInteger(String name, long from, long to) {
    return required(name, integer(name, from, to), from);
  }

  /** A percentage with at most two decimals. */
  public Optional<BigDecimal> percentage(String name, int from, int to) {
    return number(name)
        .flatMap(
            number -> {
              if (within(number, from, to) && number.stripTrailingZeros().scale() <= 2) {
                return Optional.of(number);
              }
              fault(name, "must be from " + from + " to " + to + " with at most two decimals");
              return Optional.empty();
            });
  }

  public BigDecimal requiredPercentage(String name, int from, int to) {
    return required(name, percentage(name, from, to), BigDecimal.valueOf(from));
  }

  /** A percentage rounded half-up to two decimals; registers that compute it send more. */
  public Optional<BigDecimal> roundedPercentage(String name, int from, int to) {
    return number(name)
        .flatMap(
            number -> {
              if (within(number, from, to)) {
                return Optional.of(number.setScale(2, RoundingMode.HALF_UP));
              }
              fault(name, "must be from " + from + " to " + to);
              return Optional.empty();
            });
  }

  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
    String allowed =
        Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return text(name)
        .flatMap(parsed(name, text -> Enum.valueOf(choices, text), "must be one of " + allowed));
  }

  public <E extends Enum<E>> E requiredChoice(String name, Class<E> choices) {
    return requiredChoice(name, choices, choices.getEnumConstants()[0]);
  }

  /** A choice with the placeholder that asks for the least else. */
  public <E extends Enum<E>> E requiredChoice(String name, Class<E> choices, E placeholder) {
    return required(name, choice(name, choices), placeholder);
  }

  public Optional<Boolean> bool(String name) {
    return value(name, Boolean.class, "must be true or false");
  }

  public Optional<Fields> object(String name) {
    return value(name, Map.class, "must be an object")
        .map(object -> new Fields(object, pointerTo(name), faults));
  }

  /** A member object; a fault and an empty object when it is absent. */
  public Fields requiredObject(String name) {
    return required(name, object(name), new Fields(Map.of(), pointerTo(name), faults));
  }

  /** The elements of a member that is an array of objects; absent counts as empty. */
  public List<Fields> objects(String name) {
    List<?> elements = value(name, List.class, "must be an array").orElse(List.of());
    List<Fields> objects = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String place = pointerTo(name) + "/" + i;
      if (elements.get(i) instanceof Map<?, ?> object) {
        objects.add(new Fields(object, place, faults));
      } else {
        faults.add(place, "must be an object");
      }
    }
    return objects;
  }

  /** The texts of a member that is an array of texts; absent counts as empty. */
  public List<String> texts(String name) {
    List<?> elements = value(name, List.class, "must be an array").orElse(List.of());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof String text) {
        texts.add(text);
      } else {
        faults.add(pointerTo(name) + "/" + i, "must be a text");
      }
    }
    return texts;
  }

  private Optional<BigDecimal> number(String name) {
    return value(name, BigDecimal.class, "must be a number")
        .flatMap(number -> ordinary(name, number));
  }

  /** Passes a number on unless writing it out or calculating with it could take for ever. */
  private Optional<BigDecimal> ordinary(String name, BigDecimal number) {
    if (number.scale() >= -LARGEST_SCALE
        && number.scale() <= LARGEST_SCALE
        && number.precision() <= MOST_DIGITS) {
      return Optional.of(number);
    }
    fault(
        name,
        "must be a number of at most %d digits and an exponent from -%d to %d"
            .formatted(MOST_DIGITS, LARGEST_SCALE, LARGEST_SCALE));
    return Optional.empty();
  }

  private static boolean within(BigDecimal number, int from, int to) {
    return number.compareTo(BigDecimal.valueOf(from)) >= 0
        && number.compareTo(BigDecimal.valueOf(to)) <= 0;
  }

  private <T> Optional<T> value(String name, Class<T> type, String expected) {
    Object value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (type.isInstance(value)) {
      return Optional.of(type.cast(value));
    }
    fault(name, expected);
    return Optional.empty();
  }

  private <T> T required(String name, Optional<T> value, T placeholder) {
    if (value.isEmpty()) {
      Object sent = members.get(name);
      if (sent == null) {
        fault(name, "is missing");
      } else if (sent instanceof String text && text.isBlank()) {
        fault(name, "must not be blank");
      }
    }
    return value.orElse(placeholder);
  }

  private <T> Function<String, Optional<T>> parsed(
      String name, Function<String, T> parser, String expected) {
    return text -> {
      try {
        return Optional.of(parser.apply(text));
      } catch (DateTimeException | IllegalArgumentException unreadable) {
        fault(name, expected);
        return Optional.empty();
      }
    };
  }
}
