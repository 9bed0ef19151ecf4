package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.ItemAnswers;

/**
 * Reads answers against the protocol's baseline section and the instruments' ranges. A null is a
 * missing answer.
 */
public final class AnswersReader {
  private static final String ITEMS = "items";

  private final Protocol protocol;

  public AnswersReader(Protocol protocol) {
    this.protocol = protocol;
  }

  /** Reads what is legal and notes a fault for the rest; ask the faults before using the result. */
  public Answers read(JsonReader in) {
    Map<String, Value> values = new HashMap<>();
    for (String name : names(in)) {
      if (!name.equals(ITEMS)) {
        value(in, name).ifPresent(value -> values.put(name, value));
      }
    }
    return new Answers(values, in.object(ITEMS).map(this::items).orElse(Map.of()));
  }

  private Optional<Value> value(JsonReader in, String name) {
    Optional<BaselineVariable> variable =
        protocol.baseline().stream()
            .filter(known -> known.name().equals(name))
            .filter(known -> known.source() instanceof BaselineVariable.FromAnswer)
            .findFirst();
    if (variable.isEmpty()) {
      in.fault(name, "is not an answer that the protocol asks for");
      return Optional.empty();
    }
    return switch (variable.orElseThrow().form()) {
      case BaselineVariable.NumberForm form -> {
        Optional<Value> number = in.decimal(name).filter(form::admits).map(Value.Quantity::new);
        if (number.isEmpty() && in.node().path(name).isNumber()) {
          in.fault(name, "lies outside the range that the protocol gives");
        }
        yield number;
      }
      case BaselineVariable.CategoryForm form -> {
        Optional<Value> level = in.text(name).filter(form.levels()::contains).map(Value.Level::new);
        if (level.isEmpty() && in.node().path(name).isTextual()) {
          in.fault(name, "must be one of " + String.join(", ", form.levels()));
        }
        yield level;
      }
    };
  }

  private Map<String, ItemAnswers> items(JsonReader in) {
    Map<String, ItemAnswers> items = new HashMap<>();
    for (String name : names(in)) {
      Optional<Instrument> instrument = protocol.instrument(name);
      if (instrument.isEmpty()) {
        in.fault(name, "is not an instrument of the protocol");
      } else if (in.has(name)) {
        items(in, name, instrument.orElseThrow()).ifPresent(read -> items.put(name, read));
      }
    }
    return items;
  }

  private static Optional<ItemAnswers> items(JsonReader in, String name, Instrument instrument) {
    int before = in.faults().list().size();
    List<JsonReader> elements = in.elements(name);
    if (in.node().path(name).isArray() && elements.size() != instrument.items().size()) {
      in.fault(name, "must have " + instrument.items().size() + " items, null where missing");
      return Optional.empty();
    }
    List<OptionalInt> answers = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      JsonNode answer = elements.get(i).node();
      if (answer.isNull()) {
        answers.add(OptionalInt.empty());
      } else if (answer.isIntegralNumber()
          && answer.canConvertToInt()
          && instrument.items().get(i).admits(answer.intValue())) {
        answers.add(OptionalInt.of(answer.intValue()));
      } else {
        elements
            .get(i)
            .fault(
                "must be null or a whole number from %d to %d"
                    .formatted(
                        instrument.items().get(i).minimum(), instrument.items().get(i).maximum()));
      }
    }
    return in.faults().list().size() == before
        ? Optional.of(new ItemAnswers(answers))
        : Optional.empty();
  }

  private static List<String> names(JsonReader in) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = in.node().fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }
}
