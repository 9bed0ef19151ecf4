package org.absentia.analysis.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.dataset.CandidateList;
import org.absentia.analysis.dataset.Contact;
import org.absentia.analysis.dataset.Facts;
import org.absentia.analysis.dataset.Outcome;
import org.absentia.analysis.dataset.ReceiveLabel;
import org.absentia.analysis.dataset.Unmasked;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.dataset.Withdrawal;
import org.absentia.analysis.json.PlanReader;
import org.absentia.platform.json.JsonReader;

/** The messages of the other services, reduced to what the analysis needs. */
final class Wire {

  private static final UUID NO_ID = new UUID(0, 0);

  private Wire() {}

  /** A fact together with where it belongs. */
  interface Fact {
    void to(Facts facts);
  }

  static Facts.Protocol trialOpened(JsonReader in) {
    JsonReader protocol = in.requiredObject("protocol");
    if (protocol.node().isObject()) {
      PlanReader.read(protocol);
    }
    return new Facts.Protocol(
        in.requiredText("trialId"),
        in.requiredInteger("version"),
        in.requiredText("digest"),
        protocol.node().toString());
  }

  static Facts.Enrolment enrolment(JsonReader in) {
    return new Facts.Enrolment(
        in.requiredText("trialId"),
        id(in, "participantId"),
        in.text("stratum"),
        epoch(in),
        in.bool("pilot", false));
  }

  private static Optional<Integer> epoch(JsonReader in) {
    return in.integer("epoch").stream().boxed().findFirst();
  }

  static Fact withdrawal(JsonReader in) {
    String trialId = in.requiredText("trialId");
    UUID participantId = id(in, "participantId");
    Withdrawal withdrawal =
        new Withdrawal(
            in.requiredChoice("level", Withdrawal.Level.class), in.requiredDate("withdrawnOn"));
    return facts -> facts.withdrawn(trialId, participantId, withdrawal);
  }

  static Fact baseline(JsonReader in) {
    String trialId = in.requiredText("trialId");
    UUID participantId = id(in, "participantId");
    Instant recordedAt = in.requiredInstant("recordedAt");
    Map<String, Value> answers = values(in.requiredObject("variables"));
    return facts -> facts.answered(trialId, participantId, recordedAt, answers);
  }

  static Fact outcome(JsonReader in) {
    String trialId = in.requiredText("trialId");
    UUID participantId = id(in, "participantId");
    Optional<JsonReader> values = in.object("outcome");
    Map<String, Outcome.Window> windows = new HashMap<>();
    values.ifPresent(
        v -> v.objects("windows").forEach(w -> windows.put(w.requiredText("window"), window(w))));
    Outcome outcome =
        new Outcome(
            in.requiredInteger("outcomeVersion"),
            in.requiredChoice("status", Outcome.Status.class),
            windows,
            values.flatMap(v -> v.object("baseline")).map(Wire::values).orElse(Map.of()));
    return facts -> facts.computed(trialId, participantId, outcome);
  }

  private static Outcome.Window window(JsonReader in) {
    return new Outcome.Window(
        in.requiredDate("to"),
        in.requiredDecimal("workdays").doubleValue(),
        in.requiredDecimal("lostWorkdays").doubleValue());
  }

  static Fact contact(JsonReader in) {
    String trialId = in.requiredText("trialId");
    Contact contact =
        new Contact(
            in.requiredText("candidateId"),
            in.requiredChoice("outcome", Contact.Result.class),
            in.texts("reasons"),
            in.requiredDate("contactedOn"));
    return facts -> facts.contacted(trialId, contact);
  }

  static Fact candidateList(JsonReader in) {
    String trialId = in.requiredText("trialId");
    String listId = in.requiredText("listId");
    Map<String, Integer> notEligible = new HashMap<>();
    in.object("notEligible")
        .ifPresent(
            reasons ->
                reasons
                    .node()
                    .fieldNames()
                    .forEachRemaining(r -> notEligible.put(r, reasons.requiredInteger(r))));
    CandidateList list =
        new CandidateList(
            in.requiredInteger("candidates"), in.requiredInteger("screened"), notEligible);
    return facts -> facts.listed(trialId, listId, list);
  }

  static ReceiveLabel.Label label(JsonReader in) {
    return new ReceiveLabel.Label(
        id(in, "datasetId"),
        id(in, "participantId"),
        in.requiredText("label"),
        in.requiredInteger("participants"));
  }

  static Unmasked unmasked(JsonReader in) {
    Optional<Double> probability = in.decimal("allocationProbability").map(BigDecimal::doubleValue);
    if (probability.filter(p -> !(p > 0 && p <= 1)).isPresent()) {
      in.fault("allocationProbability", "must lie above 0 and not above 1");
      probability = Optional.empty();
    }
    return new Unmasked(
        id(in, "datasetId"),
        in.requiredText("trialId"),
        id(in, "participantId"),
        in.requiredText("label"),
        new Unmasked.Arm(in.requiredText("arm"), in.requiredText("armLabel")),
        new Unmasked.Columns(
            epoch(in),
            probability,
            in.choice("received", Unmasked.Answer.class).orElse(Unmasked.Answer.UNKNOWN),
            in.choice("adherence", Unmasked.Adherence.class).orElse(Unmasked.Adherence.UNKNOWN),
            in.choice("perProtocol", Unmasked.Answer.class).orElse(Unmasked.Answer.UNKNOWN)));
  }

  private static UUID id(JsonReader in, String name) {
    String text = in.requiredText(name);
    try {
      return text.isEmpty() ? NO_ID : UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      in.fault(name, "must be a UUID");
      return NO_ID;
    }
  }

  /** Read the present values; truth becomes "yes" or "no", null is missing. */
  private static Map<String, Value> values(JsonReader in) {
    Map<String, Value> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : in.node().properties()) {
      JsonNode node = member.getValue();
      if (node.isNumber()) {
        values.put(member.getKey(), new Value.Number(node.doubleValue()));
      } else if (node.isTextual()) {
        values.put(member.getKey(), new Value.Text(node.textValue()));
      } else if (node.isBoolean()) {
        values.put(member.getKey(), new Value.Text(node.booleanValue() ? "yes" : "no"));
      } else if (!node.isNull()) {
        in.fault(member.getKey(), "must be a number, a text or null");
      }
    }
    return values;
  }
}
