package org.absentia.randomisation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.randomisation.delivery.DeliverySummary.Adherence;
import org.absentia.randomisation.delivery.DeliverySummary.Answer;
import org.absentia.randomisation.delivery.DeliverySummary.Deviation;
import org.absentia.randomisation.delivery.ProgrammeStatus.EndReason;
import org.absentia.randomisation.delivery.ProgrammeStatus.Source;
import org.absentia.randomisation.delivery.ProgrammeStatus.Sourced;
import org.absentia.randomisation.files.InstrumentFiles;
import org.absentia.randomisation.files.ProtocolFiles;
import org.absentia.randomisation.protocol.DeliveryPlan;
import org.absentia.randomisation.protocol.ProtocolReader;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final LocalDate INCLUDED = LocalDate.of(2013, 1, 7);
  private static final DeliveryPlan I_MORE = plan("i-more");
  private static final DeliveryPlan MI_NAV = plan("mi-nav");
  private static final ProgrammeStatus COMPLETE = status(true, Optional.empty(), Optional.empty());

  @Test
  void no_session_in_a_complete_log_means_none_and_otherwise_that_nobody_knows() {
    assertThat(miNav("UC+MI", "HIGH", List.of(), Optional.of(COMPLETE)).received())
        .isEqualTo(Answer.NO);
    assertThat(miNav("UC+MI", "HIGH", List.of(), Optional.empty()).received())
        .isEqualTo(Answer.UNKNOWN);
    // ten participants received MI of whose sessions there are no data (Table 2)
    DeliverySummary withoutData =
        miNav(
            "UC+MI",
            "HIGH",
            List.of(),
            Optional.of(status(false, Optional.of(true), Optional.empty())));
    assertThat(withoutData.received()).isEqualTo(Answer.YES);
    assertThat(withoutData.adherence()).isEqualTo(Adherence.UNKNOWN);
    assertThat(miNav("UC", "HIGH", List.of(), Optional.empty()).received())
        .isEqualTo(Answer.NOT_APPLICABLE);
  }

  @Test
  void the_number_of_sessions_that_is_enough_follows_from_the_stratum() {
    // Given
    List<Session.Content> two = sessions("SVAI", 2);

    // When, Then: one or two at low and medium risk, three or four at high risk
    assertThat(miNav("UC+SVAI", "LOW_MEDIUM", two, Optional.of(COMPLETE)).adherence())
        .isEqualTo(Adherence.FULL);
    assertThat(miNav("UC+SVAI", "HIGH", two, Optional.of(COMPLETE)).adherence())
        .isEqualTo(Adherence.PARTIAL);
    assertThat(miNav("UC+SVAI", "HIGH", two, Optional.empty()).adherence())
        .isEqualTo(Adherence.UNKNOWN);
  }

  @Test
  void sessions_of_another_arm_are_counted_apart() {
    DeliverySummary summary = miNav("UC+SVAI", "HIGH", sessions("MI", 2), Optional.of(COMPLETE));

    assertThat(summary.sessionsOfOtherArms()).isEqualTo(2);
    assertThat(summary.received()).isEqualTo(Answer.NO);
  }

  @Test
  void under_sixty_percent_of_the_weekly_groups_is_not_per_protocol() {
    assertThat(oAct(sessions("ACT_GROUP", 3), Optional.empty(), COMPLETE).deviations())
        .containsExactly(Deviation.ATTENDANCE_TOO_LOW);
    assertThat(oAct(sessions("ACT_GROUP", 4), Optional.empty(), COMPLETE).perProtocol())
        .isEqualTo(Answer.YES);
    assertThat(
            oAct(
                    sessions("ACT_GROUP", 3),
                    Optional.empty(),
                    status(false, Optional.empty(), Optional.empty()))
                .perProtocol())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void who_withdrew_before_or_during_the_programme_is_not_treated_per_protocol() {
    // Given
    List<Session.Content> three = sessions("ACT_GROUP", 6);
    LocalDate first = three.getFirst().heldOn();

    // When, Then
    assertThat(oAct(List.of(), Optional.of(INCLUDED.plusDays(2)), COMPLETE).deviations())
        .contains(Deviation.WITHDRAWN_BEFORE_PROGRAMME);
    assertThat(
            oAct(
                    three,
                    Optional.empty(),
                    status(true, Optional.empty(), Optional.of(EndReason.WITHDRAWN)))
                .deviations())
        .containsExactly(Deviation.WITHDRAWN_DURING_PROGRAMME);
    assertThat(oAct(three, Optional.of(first.plusDays(1)), COMPLETE).deviations())
        .containsExactly(Deviation.WITHDRAWN_DURING_PROGRAMME);
  }

  @Test
  void who_withdrew_after_the_programme_had_ended_counts_as_treated() {
    ProgrammeStatus ended =
        new ProgrammeStatus(
            true,
            Optional.empty(),
            Optional.of(INCLUDED.plusWeeks(2)),
            Optional.of(INCLUDED.plusWeeks(9)),
            Optional.of(EndReason.COMPLETED),
            Optional.empty(),
            Optional.empty());

    assertThat(
            oAct(sessions("ACT_GROUP", 5), Optional.of(INCLUDED.plusWeeks(20)), ended)
                .perProtocol())
        .isEqualTo(Answer.YES);
  }

  @Test
  void delivery_ends_after_six_months_of_leave_or_four_weeks_back_whichever_comes_first() {
    // Given: listed in week seven, so the leave began six weeks before at the latest
    Optional<LocalDate> listed = Optional.of(LocalDate.of(2019, 4, 8));
    Sourced back = new Sourced(LocalDate.of(2019, 6, 3), Source.PARTICIPANT);
    Sourced leave = new Sourced(LocalDate.of(2019, 2, 20), Source.REGISTRY);

    // When, Then
    assertThat(Reports.end(MI_NAV, Optional.empty(), listed).orElseThrow())
        .isEqualTo(
            new DeliverySummary.End(
                LocalDate.of(2019, 8, 25),
                DeliverySummary.EndRule.MONTHS_OF_LEAVE,
                Optional.empty()));
    assertThat(
            Reports.end(MI_NAV, Optional.of(days(leave, Optional.empty())), listed).orElseThrow())
        .isEqualTo(
            new DeliverySummary.End(
                LocalDate.of(2019, 8, 20),
                DeliverySummary.EndRule.MONTHS_OF_LEAVE,
                Optional.of(Source.REGISTRY)));
    assertThat(
            Reports.end(MI_NAV, Optional.of(days(leave, Optional.of(back))), listed).orElseThrow())
        .isEqualTo(
            new DeliverySummary.End(
                LocalDate.of(2019, 7, 1),
                DeliverySummary.EndRule.BACK_AT_WORK,
                Optional.of(Source.PARTICIPANT)));
    assertThat(Reports.end(I_MORE, Optional.empty(), listed)).isEmpty();
  }

  @Test
  void the_shipped_programme_holds_the_sessions_and_hours_of_table_1() {
    // O-ACT: 18.5 supervised hours; I-MORE: the parts that Table 1 lists sum to 49 hours, not 45.5
    assertThat(supervisedMinutes("O-ACT")).isEqualTo(1110);
    assertThat(supervisedMinutes("I-MORE")).isEqualTo(2940);
    assertThat(I_MORE.components("I-MORE")).hasSize(12);
  }

  @Test
  void a_miti_score_is_summarised_as_its_manual_says() {
    // Given
    Map<String, Integer> counts = new HashMap<>();
    MitiScore.COUNTS.forEach(name -> counts.put(name, 1));
    counts.put("question", 8);
    counts.put("simpleReflection", 6);
    counts.put("complexReflection", 4);
    Map<String, Integer> globals =
        Map.of(
            "cultivatingChangeTalk", 3,
            "softeningSustainTalk", 4,
            "partnership", 4,
            "empathy", 5);

    // When
    MitiScore.Summary summary = new MitiScore(globals, counts).summary();

    // Then
    assertThat(summary.technical()).isEqualByComparingTo("3.5");
    assertThat(summary.relational()).isEqualByComparingTo("4.5");
    assertThat(summary.complexShare().orElseThrow()).isEqualByComparingTo("0.4");
    assertThat(summary.reflectionsPerQuestion().orElseThrow())
        .isEqualByComparingTo(new BigDecimal("1.25"));
    assertThat(summary.adherent()).isEqualTo(3);
    assertThat(summary.nonAdherent()).isEqualTo(2);
  }

  private static DeliverySummary miNav(
      String arm,
      String stratum,
      List<Session.Content> sessions,
      Optional<ProgrammeStatus> status) {
    return new Judgement(
            MI_NAV, arm, stratum, INCLUDED, Optional.empty(), sessions, status, Optional.empty())
        .summary();
  }

  private static DeliverySummary oAct(
      List<Session.Content> sessions, Optional<LocalDate> withdrawnOn, ProgrammeStatus status) {
    return new Judgement(
            I_MORE,
            "O-ACT",
            "ALL",
            INCLUDED,
            withdrawnOn,
            sessions,
            Optional.of(status),
            Optional.empty())
        .summary();
  }

  private static List<Session.Content> sessions(String component, int count) {
    List<Session.Content> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(
          new Session.Content(
              component,
              INCLUDED.plusWeeks(2L + i),
              Session.Mode.GROUP,
              OptionalInt.of(150),
              Optional.empty(),
              List.of(),
              Optional.empty()));
    }
    return sessions;
  }

  private static ProgrammeStatus status(
      boolean complete, Optional<Boolean> received, Optional<EndReason> reason) {
    return new ProgrammeStatus(
        complete,
        received,
        Optional.empty(),
        Optional.empty(),
        reason,
        Optional.empty(),
        Optional.empty());
  }

  private static ProgrammeStatus days(Sourced leave, Optional<Sourced> back) {
    return new ProgrammeStatus(
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(leave),
        back);
  }

  private static int supervisedMinutes(String arm) {
    return I_MORE.components(arm).stream()
        .filter(DeliveryPlan.Component::supervised)
        .mapToInt(component -> component.minutes().orElse(0))
        .sum();
  }

  private static DeliveryPlan plan(String protocol) {
    return new ProtocolReader(InstrumentFiles.read())
        .read(ProtocolFiles.find(protocol).orElseThrow())
        .delivery()
        .orElseThrow();
  }
}
