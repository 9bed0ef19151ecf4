package org.absentia.randomisation.unmasking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.delivery.DeliverySummary;
import org.absentia.randomisation.protocol.Arm;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** The text in which unmasked participants rest, sealed, in the database. */
public final class UnmaskedText {
  private UnmaskedText() {}

  /** Writes a content; the arm stands as its number, so that lengths differ little. */
  public static byte[] write(Unmasked.Content content, List<Arm> arms) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("label", content.label());
    members.put("arm", arms.indexOf(content.arm()));
    members.put("epoch", content.epoch().isPresent() ? content.epoch().getAsInt() : null);
    content.odds().ifPresent(odds -> members.put("odds", List.of(odds.weight(), odds.of())));
    members.put("received", content.received().name());
    members.put("adherence", content.adherence().name());
    members.put("perProtocol", content.perProtocol().name());
    members.put("deviations", content.deviations().stream().map(Enum::name).toList());
    return CanonicalJson.bytes(members);
  }

  public static Unmasked.Content read(byte[] text, List<Arm> arms) {
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(JsonReader.parse(text), faults);
    Unmasked.Content content =
        new Unmasked.Content(
            in.requiredText("label"),
            arms.get(in.requiredInteger("arm")),
            in.integer("epoch"),
            odds(in.elements("odds")),
            in.requiredChoice("received", DeliverySummary.Answer.class),
            in.requiredChoice("adherence", DeliverySummary.Adherence.class),
            in.requiredChoice("perProtocol", DeliverySummary.Answer.class),
            in.texts("deviations").stream().map(DeliverySummary.Deviation::valueOf).toList());
    if (faults.any()) {
      throw new IllegalStateException("a stored unmasking can no longer be read");
    }
    return content;
  }

  private static Optional<Unmasked.Odds> odds(List<JsonReader> numbers) {
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Unmasked.Odds(
                numbers.getFirst().node().longValue(), numbers.getLast().node().longValue()));
  }
}
