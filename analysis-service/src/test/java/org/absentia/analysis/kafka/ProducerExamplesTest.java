package org.absentia.analysis.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.absentia.analysis.plan.AnalysisPlan;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.junit.jupiter.api.Test;

/** Reads the example files of the services that publish what the analysis consumes. */
class ProducerExamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Noted noted = new Noted();

  private static JsonNode example(String service, String topic) throws IOException {
    Path contracts = Path.of("..", service, "contracts", "events");
    return JSON.readTree(contracts.resolve(topic + ".example.json").toFile());
  }

  @Test
  void an_opened_trial_brings_a_plan_without_a_fault() throws IOException {
    // Given
    JsonNode message = example("randomisation-service", "randomisation.trial-opened.v1");

    // When
    Facts.Protocol protocol = FactListener.read(message, Wire::trialOpened);
    Faults faults = new Faults();
    AnalysisPlan plan = PlanReader.read(JsonReader.of(JSON.readTree(protocol.text()), faults));

    // Then
    assertThat(faults.any()).isFalse();
    assertThat(protocol.trialId()).isEqualTo("mi-nav");
    assertThat(plan.baseline()).isNotEmpty();
    assertThat(plan.window()).isEqualTo("P6M");
  }

  @Test
  void an_enrolment_brings_stratum_and_pilot() throws IOException {
    // When
    Facts.Enrolment enrolment =
        FactListener.read(
            example("randomisation-service", "randomisation.participant-enrolled.v1"),
            Wire::enrolment);

    // Then
    assertThat(enrolment.stratum()).contains("HIGH");
    assertThat(enrolment.epoch()).isEmpty();
    assertThat(enrolment.pilot()).isTrue();
  }

  @Test
  void baseline_answers_outcomes_and_withdrawals_bring_their_values() throws IOException {
    // When
    FactListener.read(
            example("randomisation-service", "randomisation.baseline-recorded.v1"), Wire::baseline)
        .to(noted);
    FactListener.read(example("outcome-service", "outcome.computed.v1"), Wire::outcome).to(noted);
    FactListener.read(
            example("randomisation-service", "randomisation.participant-withdrawn.v1"),
            Wire::withdrawal)
        .to(noted);

    // Then
    assertThat(noted.answers)
        .containsEntry("age", new Value.Number(49))
        .containsEntry("female", new Value.Text("yes"))
        .doesNotContainKey("selfRatedHealth");
    Outcome outcome = noted.outcomes.getFirst();
    assertThat(outcome.complete("P6M"))
        .contains(new Outcome.Window(LocalDate.of(2019, 11, 19), 132, 42.4));
    assertThat(outcome.baseline()).containsKeys("contract", "workedShareAfterOneWeek");
    assertThat(noted.withdrawals)
        .containsExactly(
            new Withdrawal(Withdrawal.Level.STOP_REGISTRY_DATA, LocalDate.of(2019, 6, 1)));
  }

  @Test
  void contacts_lists_and_labels_bring_their_counts() throws IOException {
    // When
    FactListener.read(
            example("randomisation-service", "randomisation.candidate-contacted.v1"), Wire::contact)
        .to(noted);
    FactListener.read(
            example("registry-ingest", "registry.candidates-listed.v1"), Wire::candidateList)
        .to(noted);
    ReceiveLabel.Label label =
        FactListener.read(
            example("randomisation-service", "randomisation.allocation-masked.v1"), Wire::label);

    // Then
    assertThat(noted.contacts.getFirst().result()).isEqualTo(Contact.Result.EXCLUDED);
    assertThat(noted.contacts.getFirst().reasons()).hasSize(2);
    assertThat(noted.lists.getFirst().candidates()).isEqualTo(4);
    assertThat(noted.lists.getFirst().notEligible()).containsEntry("NOT_EMPLOYED", 1);
    assertThat(label.letter()).isEqualTo("B");
    assertThat(label.participants()).isEqualTo(514);
  }

  @Test
  void an_unmasking_brings_the_arm_and_what_follows_from_it() throws IOException {
    // When
    Unmasked unmasked =
        FactListener.read(
            example("randomisation-service", "randomisation.unmasked.v1"), Wire::unmasked);

    // Then
    assertThat(unmasked.label()).isEqualTo("B");
    assertThat(unmasked.arm().name()).isEqualTo("UC+MI");
    assertThat(unmasked.columns())
        .isEqualTo(
            new Unmasked.Columns(
                Optional.empty(),
                Optional.of(1 / 3.0),
                Unmasked.Answer.YES,
                Unmasked.Adherence.PARTIAL,
                Unmasked.Answer.NOT_APPLICABLE));
  }

  @Test
  void unknown_members_are_passed_over_and_missing_ones_all_named() throws IOException {
    // Given
    ObjectNode extended =
        (ObjectNode) example("randomisation-service", "randomisation.participant-enrolled.v1");
    extended.put("somethingNew", 1).put("epoch", 2);
    JsonNode empty = JSON.createObjectNode();

    // Then
    assertThat(FactListener.read(extended, Wire::enrolment).epoch()).contains(2);
    assertThatThrownBy(() -> FactListener.read(empty, Wire::label))
        .isInstanceOf(MalformedMessage.class)
        .hasMessageContaining("/datasetId")
        .hasMessageContaining("/participantId")
        .hasMessageContaining("/label")
        .hasMessageContaining("/participants");
  }

  /** Facts kept in memory. */
  private static final class Noted implements Facts {
    private final Map<String, Value> answers = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<CandidateList> lists = new ArrayList<>();

    @Override
    public void opened(Protocol protocol) {
      throw new AssertionError("not sent here");
    }

    @Override
    public void enrolled(Enrolment enrolment) {
      throw new AssertionError("not sent here");
    }

    @Override
    public void withdrawn(String trialId, UUID participantId, Withdrawal withdrawal) {
      withdrawals.add(withdrawal);
    }

    @Override
    public void answered(
        String trialId, UUID participantId, Instant recordedAt, Map<String, Value> values) {
      answers.putAll(values);
    }

    @Override
    public void unanswered(UUID participantId) {
      throw new AssertionError("not sent here");
    }

    @Override
    public void computed(String trialId, UUID participantId, Outcome outcome) {
      outcomes.add(outcome);
    }

    @Override
    public void contacted(String trialId, Contact contact) {
      contacts.add(contact);
    }

    @Override
    public void listed(String trialId, String listId, CandidateList list) {
      lists.add(list);
    }
  }
}
