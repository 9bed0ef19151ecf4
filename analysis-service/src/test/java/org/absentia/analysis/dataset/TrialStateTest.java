package org.absentia.analysis.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.LockedTrial;
import org.junit.jupiter.api.Test;

class TrialStateTest {

  private static final LocalDate END = LocalDate.of(2019, 11, 19);

  private static Participant participant(Optional<Outcome> outcome, Withdrawal... withdrawals) {
    return new Participant(
        UUID.randomUUID(),
        Optional.of("HIGH"),
        Optional.empty(),
        false,
        List.of(withdrawals),
        Map.of("age", new Value.Number(49)),
        outcome);
  }

  private static Optional<Outcome> outcome(Outcome.Status status) {
    return Optional.of(
        new Outcome(
            1,
            status,
            Map.of("P6M", new Outcome.Window(END, 132, 42.4)),
            Map.of(
                "contract", new Value.Text("FULL_TIME"),
                "gradedDisabilityPension", new Value.Text("yes"))));
  }

  private static Row row(Participant participant) {
    return state(participant).freeze(participant, UUID.randomUUID()).row();
  }

  private static TrialState state(Participant... participants) {
    return new TrialState(LockedTrial.plan(), List.of(participants), List.of(), List.of());
  }

  @Test
  void a_trial_is_incomplete_until_the_outcome_of_every_participant_is_final_or_given_up() {
    // Given
    Participant complete = participant(outcome(Outcome.Status.COMPLETE));
    Participant partial = participant(outcome(Outcome.Status.PARTIAL));
    Participant none = participant(Optional.empty());
    Participant left =
        participant(
            outcome(Outcome.Status.WITHDRAWN),
            new Withdrawal(Withdrawal.Level.WITHDRAW_KEEPING_DATA, END.minusDays(9)));
    Participant erased =
        participant(
            Optional.empty(), new Withdrawal(Withdrawal.Level.WITHDRAW_AND_ERASE, END.plusDays(9)));
    Participant noQuestionnaires =
        participant(Optional.empty(), new Withdrawal(Withdrawal.Level.STOP_QUESTIONNAIRES, END));

    // When
    TrialState state = state(complete, partial, none, left, erased, noQuestionnaires);

    // Then
    assertThat(state.unsettled()).isEqualTo(3);
    assertThat(state(complete, left, erased).unsettled()).isZero();
    assertThat(state.completeness().withdrawn()).isEqualTo(2);
  }

  @Test
  void whoever_withdraws_after_the_window_is_waited_for_until_the_complete_outcome_has_come() {
    // Given
    Withdrawal after = new Withdrawal(Withdrawal.Level.WITHDRAW_KEEPING_DATA, END.plusDays(6));
    Participant early = participant(Optional.empty(), after);
    Participant arrived = participant(outcome(Outcome.Status.COMPLETE), after);

    // When
    int before = state(early).unsettled();

    // Then
    assertThat(before).isEqualTo(1);
    assertThat(state(arrived).unsettled()).isZero();
    assertThat(row(arrived).outcome()).isPresent();
  }

  @Test
  void
      whoever_withdraws_before_the_window_ends_is_not_analysed_even_if_an_older_outcome_is_still_here() {
    // Given
    Withdrawal before = new Withdrawal(Withdrawal.Level.STOP_REGISTRY_DATA, END);
    Withdrawal after = new Withdrawal(Withdrawal.Level.STOP_REGISTRY_DATA, END.plusDays(1));

    // When
    Row leftBefore = row(participant(outcome(Outcome.Status.COMPLETE), before));
    Row leftAfter = row(participant(outcome(Outcome.Status.COMPLETE), after));

    // Then
    assertThat(leftBefore.outcome()).isEmpty();
    assertThat(leftBefore.withdrawn()).isTrue();
    assertThat(leftBefore.baseline()).containsKey("age").doesNotContainKey("contract");
    assertThat(leftAfter.outcome()).isPresent();
  }

  @Test
  void a_window_that_was_over_at_a_withdrawal_in_longer_follow_up_is_analysed() {
    // Given
    Withdrawal after = new Withdrawal(Withdrawal.Level.WITHDRAW_KEEPING_DATA, END.plusDays(90));

    // When
    Row row = row(participant(outcome(Outcome.Status.WITHDRAWN), after));

    // Then
    assertThat(row.outcome()).isPresent();
    assertThat(row.withdrawn()).isTrue();
  }

  @Test
  void who_stops_the_intervention_or_questionnaires_is_analysed_and_counted_in_all_alone() {
    // Given
    Participant intervention =
        participant(
            outcome(Outcome.Status.COMPLETE),
            new Withdrawal(Withdrawal.Level.STOP_INTERVENTION, END.minusDays(90)));
    Participant questionnaires =
        participant(
            outcome(Outcome.Status.COMPLETE),
            new Withdrawal(Withdrawal.Level.STOP_INTERVENTION, END.minusDays(90)),
            new Withdrawal(Withdrawal.Level.STOP_QUESTIONNAIRES, END.minusDays(60)));
    Participant stays = participant(outcome(Outcome.Status.COMPLETE));

    // When
    TrialState state = state(intervention, questionnaires, stays);
    Row row = row(intervention);

    // Then: a row says nothing of it, since who stops an intervention had one
    assertThat(state.unsettled()).isZero();
    assertThat(state.flow().stoppedIntervention()).isEqualTo(1);
    assertThat(state.flow().stoppedQuestionnaires()).isEqualTo(1);
    assertThat(row.outcome()).isEqualTo(row(stays).outcome()).isPresent();
    assertThat(row.withdrawn()).isFalse();
    assertThat(row(questionnaires).baseline()).isEqualTo(row(stays).baseline());
  }

  @Test
  void each_further_level_is_counted_under_itself_alone() {
    // Given
    Participant left =
        participant(
            outcome(Outcome.Status.WITHDRAWN),
            new Withdrawal(Withdrawal.Level.STOP_INTERVENTION, END.minusDays(90)),
            new Withdrawal(Withdrawal.Level.WITHDRAW_KEEPING_DATA, END.minusDays(60)));

    // When
    TrialState state = state(left);

    // Then
    assertThat(state.flow().stoppedIntervention()).isZero();
    assertThat(row(left).withdrawn()).isTrue();
    assertThat(state.freeze(left, UUID.randomUUID()).furthest())
        .contains(Withdrawal.Level.WITHDRAW_KEEPING_DATA);
  }

  @Test
  void whoever_is_erased_leaves_no_value() {
    // Given
    Withdrawal erased = new Withdrawal(Withdrawal.Level.WITHDRAW_AND_ERASE, END.plusDays(9));

    // When
    Row row = row(participant(outcome(Outcome.Status.COMPLETE), erased));

    // Then
    assertThat(row.outcome()).isEmpty();
    assertThat(row.baseline()).isEmpty();
  }

  @Test
  void a_graded_pension_counts_only_with_part_time_work() {
    assertThat(row(participant(outcome(Outcome.Status.COMPLETE))).baseline())
        .containsEntry("gradedDisabilityPension", new Value.Text("no"));
  }

  @Test
  void a_variable_that_the_plan_does_not_name_is_not_frozen() {
    // Given
    Participant participant =
        new Participant(
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            Map.of("sessionsDelivered", new Value.Number(2), "age", new Value.Number(40)),
            outcome(Outcome.Status.COMPLETE));

    // When
    Row row = row(participant);

    // Then
    assertThat(row.baseline()).containsKey("age").doesNotContainKey("sessionsDelivered");
  }

  @Test
  void the_last_contact_of_a_candidate_counts_and_every_candidate_once() {
    // Given
    LocalDate monday = LocalDate.of(2019, 4, 8);
    List<Contact> contacts =
        List.of(
            new Contact("a", Contact.Result.NOT_REACHED, List.of(), monday),
            new Contact("a", Contact.Result.CONSENTED, List.of(), monday.plusDays(1)),
            new Contact("b", Contact.Result.EXCLUDED, List.of("PREGNANT", "LANGUAGE"), monday),
            new Contact("b", Contact.Result.NOT_REACHED, List.of(), monday),
            new Contact("c", Contact.Result.NOT_REACHED, List.of(), monday),
            new Contact("d", Contact.Result.DECLINED, List.of(), monday));
    TrialState state =
        new TrialState(
            LockedTrial.plan(),
            List.of(participant(Optional.empty())),
            contacts,
            List.of(
                new CandidateList(4, 30, Map.of("AGE", 6, "GRADE", 20)),
                new CandidateList(2, 10, Map.of("AGE", 8))));

    // When
    Flow flow = state.flow();

    // Then
    assertThat(flow.listed()).isEqualTo(6);
    assertThat(flow.screened()).isEqualTo(40);
    assertThat(flow.notEligible()).containsEntry("AGE", 14).containsEntry("GRADE", 20);
    assertThat(flow.excludedInAll()).isEqualTo(1);
    assertThat(flow.excluded()).containsEntry("PREGNANT", 1).containsEntry("LANGUAGE", 1);
    assertThat(flow.notReached()).isEqualTo(1);
    assertThat(flow.declined()).isEqualTo(1);
    assertThat(flow.notContacted()).isEqualTo(2);
    assertThat(flow.notRandomised()).isZero();
    assertThat(flow.randomised()).isEqualTo(1);
  }
}
