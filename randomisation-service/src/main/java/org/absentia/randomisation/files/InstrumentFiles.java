package org.absentia.randomisation.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.absentia.randomisation.instrument.Band;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Instruments;
import org.absentia.randomisation.instrument.Item;
import org.absentia.randomisation.instrument.Rounding;
import org.absentia.randomisation.instrument.Scale;
import org.absentia.randomisation.instrument.Weights;

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
        total(json, count),
        subscales(json),
        bands(json),
        weighting(json),
        numbers(json.path("responseWidths")));
  }

  private static Scale total(JsonNode json, int count) {
    List<Integer> scored =
        json.has("scored")
            ? positions(json.required("scored"))
            : IntStream.range(0, count).boxed().toList();
    return new Scale("total", scored, json.required("minimumPresent").asInt(), rounding(json));
  }

  private static List<Scale> subscales(JsonNode json) {
    List<Scale> scales = new ArrayList<>();
    for (JsonNode scale : json.path("subscales")) {
      scales.add(
          new Scale(
              scale.required("name").asText(),
              positions(scale.required("items")),
              scale.required("minimumPresent").asInt(),
              rounding(json)));
    }
    return scales;
  }

  private static List<Band> bands(JsonNode json) {
    List<Band> bands = new ArrayList<>();
    for (JsonNode band : json.path("bands")) {
      bands.add(new Band(band.required("name").asText(), band.required("atLeast").decimalValue()));
    }
    return bands;
  }

  private static Rounding rounding(JsonNode json) {
    JsonNode rounding = json.required("rounding");
    return new Rounding(
        rounding.required("decimals").asInt(),
        RoundingMode.valueOf(rounding.required("mode").asText()));
  }

  private static Optional<Weights.Range> weighting(JsonNode json) {
    return json.has("weights")
        ? Optional.of(
            new Weights.Range(
                json.at("/weights/lowest").decimalValue(),
                json.at("/weights/highest").decimalValue()))
        : Optional.empty();
  }

  private static List<Integer> positions(JsonNode numbers) {
    return numbers(numbers).stream().map(number -> number - 1).toList();
  }

  private static List<Integer> numbers(JsonNode array) {
    List<Integer> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asInt()));
    return numbers;
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
