package org.absentia.randomisation.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Instruments;
import org.absentia.randomisation.instrument.Item;

/**
 * Reads the scoring rules in {@code instruments/}; a rule that is not whole stops the service at
 * start.
 */
public final class InstrumentFiles {
  private InstrumentFiles() {}

  public static Instruments read() {
    Map<String, Instrument> byName = new HashMap<>();
    for (JsonNode name : Resources.read("/instruments/index.json")) {
      Instrument instrument = instrument(Resources.read("/instruments/" + name.asText() + ".json"));
      byName.put(instrument.name(), instrument);
    }
    return new Instruments(byName);
  }

  private static Instrument instrument(JsonNode json) {
    int count = 0;
    for (JsonNode group : json.required("items")) {
      count += group.required("numbers").size();
    }
    Item[] items = new Item[count];
    for (JsonNode group : json.required("items")) {
      for (JsonNode number : group.required("numbers")) {
        items[number.asInt() - 1] = item(group);
      }
    }
    return new Instrument(
        json.required("name").asText(),
        json.required("title").asText(),
        Arrays.asList(items),
        json.required("minimumPresent").asInt());
  }

  private static Item item(JsonNode group) {
    List<Item.Band> bands = new ArrayList<>();
    for (JsonNode band : group.path("bands")) {
      bands.add(
          new Item.Band(
              band.required("from").asInt(),
              band.required("to").asInt(),
              band.required("points").asInt()));
    }
    return new Item(
        group.required("minimum").asInt(),
        group.required("maximum").asInt(),
        group.path("reversed").asBoolean(false),
        bands);
  }
}
