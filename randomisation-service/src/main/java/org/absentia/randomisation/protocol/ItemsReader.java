package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Item;
import org.absentia.randomisation.instrument.ItemAnswers;

/** Reads items by instrument against the instruments' ranges. A null is a missing answer. */
public final class ItemsReader {
  private ItemsReader() {}

  /**
   * Reads what is legal and notes a fault for the rest.
   *
   * @param instruments finds an instrument that is asked here
   */
  public static Map<String, ItemAnswers> read(
      JsonReader in, Function<String, Optional<Instrument>> instruments) {
    Map<String, ItemAnswers> items = new HashMap<>();
    for (String name : Members.names(in)) {
      Optional<Instrument> instrument = instruments.apply(name);
      if (instrument.isEmpty()) {
        in.fault(name, "is not an instrument of the protocol at this timepoint");
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
      answers.add(answer(elements.get(i), instrument.items().get(i)));
    }
    return in.faults().list().size() == before
        ? Optional.of(new ItemAnswers(answers))
        : Optional.empty();
  }

  private static OptionalInt answer(JsonReader in, Item item) {
    JsonNode answer = in.node();
    if (answer.isNull()) {
      return OptionalInt.empty();
    }
    if (answer.isIntegralNumber() && answer.canConvertToInt() && item.admits(answer.intValue())) {
      return OptionalInt.of(answer.intValue());
    }
    in.fault(
        "must be null or a whole number from %d to %d".formatted(item.minimum(), item.maximum()));
    return OptionalInt.empty();
  }
}
