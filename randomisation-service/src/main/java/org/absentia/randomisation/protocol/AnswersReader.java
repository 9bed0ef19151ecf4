package org.absentia.randomisation.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
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
    for (String name : Members.names(in)) {
      if (!name.equals(ITEMS)) {
        value(in, name).ifPresent(value -> values.put(name, value));
      }
    }
    return new Answers(values, items(in));
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
    return in.object(ITEMS)
        .map(items -> ItemsReader.read(items, protocol::instrument))
        .orElse(Map.of());
  }
}
