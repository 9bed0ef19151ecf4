package org.absentia.randomisation.delivery;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** The text in which sessions and statuses rest, sealed, in the database. */
public final class DeliveryText {
  private DeliveryText() {}

  public static byte[] write(Session.Content content) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("component", content.component());
    members.put("heldOn", content.heldOn().toString());
    members.put("mode", content.mode().name());
    members.put("minutes", content.minutes().isPresent() ? content.minutes().getAsInt() : null);
    members.put("provider", content.provider().orElse(null));
    members.put("contents", content.contents());
    members.put("fidelity", content.fidelity().map(DeliveryText::fidelity).orElse(null));
    return CanonicalJson.bytes(members);
  }

  private static Map<String, @Nullable Object> fidelity(Session.Fidelity fidelity) {
    Map<String, @Nullable Object> members = new HashMap<>();
    fidelity
        .score()
        .ifPresent(
            score ->
                members.put("miti", Map.of("globals", score.globals(), "counts", score.counts())));
    return members;
  }

  public static byte[] write(ProgrammeStatus status) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("known", status.complete());
    members.put("received", status.received().orElse(null));
    members.put("startedOn", day(status.startedOn()));
    members.put("endedOn", day(status.endedOn()));
    members.put("endReason", status.endReason().map(Enum::name).orElse(null));
    members.put("leaveSince", status.leaveSince().map(DeliveryText::sourced).orElse(null));
    members.put("backSince", status.backSince().map(DeliveryText::sourced).orElse(null));
    return CanonicalJson.bytes(members);
  }

  private static @Nullable String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  private static Map<String, Object> sourced(ProgrammeStatus.Sourced sourced) {
    return Map.of("on", sourced.on().toString(), "source", sourced.source().name());
  }

  public static Session.Content session(byte[] text) {
    return read(text, DeliveryReader::session);
  }

  public static ProgrammeStatus status(byte[] text) {
    return read(text, DeliveryReader::status);
  }

  private static <T> T read(byte[] text, Function<JsonReader, T> reader) {
    Faults faults = new Faults();
    T read = reader.apply(JsonReader.of(JsonReader.parse(text), faults));
    if (faults.any()) {
      throw new IllegalStateException("a stored delivery can no longer be read");
    }
    return read;
  }
}
