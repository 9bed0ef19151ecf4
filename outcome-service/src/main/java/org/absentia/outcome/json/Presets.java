package org.absentia.outcome.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;

/** The definitions that ship with the service, {@code definitions/*.json} in the resources. */
public final class Presets {
  private static final List<OutcomeDefinition> ALL = List.of(load("mi-nav"), load("i-more"));

  private Presets() {}

  public static List<OutcomeDefinition> all() {
    return ALL;
  }

  /** The preset of a name. */
  public static Optional<OutcomeDefinition> named(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  static String names() {
    return ALL.stream().map(OutcomeDefinition::name).collect(Collectors.joining(", "));
  }

  private static OutcomeDefinition load(String name) {
    String resource = "/definitions/" + name + ".json";
    try (InputStream in =
        Objects.requireNonNull(Presets.class.getResourceAsStream(resource), resource)) {
      Faults faults = new Faults();
      OutcomeDefinition preset =
          DefinitionReading.read(JsonReader.of(JsonReader.parse(in.readAllBytes()), faults));
      if (faults.any()) {
        throw new IllegalStateException(resource + " is faulty: " + faults.list());
      }
      return preset;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
