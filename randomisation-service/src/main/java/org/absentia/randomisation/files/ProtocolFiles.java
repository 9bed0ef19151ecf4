package org.absentia.randomisation.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The protocols of the two published trials, ready to be opened or adapted. */
public final class ProtocolFiles {
  private static final List<String> NAMES = List.of("mi-nav", "i-more");

  private ProtocolFiles() {}

  public static List<String> names() {
    return NAMES;
  }

  public static Optional<JsonNode> find(String name) {
    return NAMES.contains(name)
        ? Optional.of(Resources.read("/protocols/" + name + ".json"))
        : Optional.empty();
  }
}
