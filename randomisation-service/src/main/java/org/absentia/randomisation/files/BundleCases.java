package org.absentia.randomisation.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.absentia.randomisation.verification.Bundle;
import org.absentia.randomisation.verification.BundleFault;

/** Reads bundles whose faults are known, one JSON object a line. */
public final class BundleCases {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /** A bundle with exactly the faults that a check must find. */
  public record Case(String id, Set<BundleFault> faults, Bundle bundle) {
    public Case {
      faults = Set.copyOf(faults);
    }
  }

  private BundleCases() {}

  /**
   * Reads one line.
   *
   * @throws UnreadableBundle when it is not a case, with the reason
   */
  public static Case read(String line) throws IOException {
    try {
      JsonNode document = MAPPER.readTree(line);
      return new Case(
          document.path("id").asText(),
          faults(document.path("faults")),
          BundleReader.read(document.path("bundle")));
    } catch (JsonProcessingException malformed) {
      throw BundleReader.notJson(malformed);
    }
  }

  private static Set<BundleFault> faults(JsonNode names) {
    if (!names.isArray()) {
      throw new UnreadableBundle("/faults: must be an array");
    }
    Set<BundleFault> faults = EnumSet.noneOf(BundleFault.class);
    for (JsonNode name : names) {
      faults.add(
          Arrays.stream(BundleFault.values())
              .filter(fault -> fault.name().equals(name.asText()))
              .findFirst()
              .orElseThrow(() -> new UnreadableBundle("/faults: no fault is called " + name)));
    }
    return faults;
  }
}
