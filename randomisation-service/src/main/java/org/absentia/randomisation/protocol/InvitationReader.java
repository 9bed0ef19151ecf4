package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.SequenceScheme;

/**
 * Reads the section {@code invitation} of a trial of two stages: the offers, one of which may be
 * none, and the method that draws them, within offices or for all together.
 */
final class InvitationReader {
  private static final String VERSION = "invitation-1";
  private static final long MOST_SLOTS = 1_000_000;

  private InvitationReader() {}

  static Optional<Design> read(JsonReader document, String trial, JsonNode offices) {
    Optional<JsonReader> section = document.object("invitation");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    JsonReader in = section.orElseThrow();
    List<String> offers = Members.requiredTexts(in, "offers");
    List<String> strata = strata(in, offices);
    OptionalInt slots = in.integer("slotsPerStratum");
    Optional<Scheme> scheme = SchemeReader.read(in, List.of("offers", "source", "slotsPerStratum"));
    if (scheme.filter(read -> !(read instanceof SequenceScheme)).isPresent()) {
      in.fault("method", "is one whose slots stand in advance and are drawn");
      return Optional.empty();
    }
    if ((long) strata.size() * slots.orElse(0) > MOST_SLOTS) {
      in.fault("slotsPerStratum", "gives at most a million slots in all strata");
      return Optional.empty();
    }
    return scheme.flatMap(
        read ->
            SchemeReader.legal(in, () -> new Design(trial, VERSION, offers, strata, slots, read)));
  }

  private static List<String> strata(JsonReader in, JsonNode offices) {
    Optional<String> source = in.text("source");
    if (source.isEmpty()) {
      return List.of("ALL");
    }
    if (!source.orElseThrow().equals(Strata.OFFICE)) {
      in.fault("source", "must be " + Strata.OFFICE);
    }
    List<String> strata = new ArrayList<>();
    offices.forEach(office -> strata.add(office.asText()));
    return strata;
  }
}
