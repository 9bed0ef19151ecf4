package org.absentia.randomisation.delivery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.absentia.randomisation.delivery.DeliverySummary.Adherence;
import org.absentia.randomisation.delivery.DeliverySummary.Answer;
import org.absentia.randomisation.delivery.DeliverySummary.Attended;
import org.absentia.randomisation.delivery.DeliverySummary.Deviation;
import org.absentia.randomisation.protocol.DeliveryPlan;

/**
 * Judges one participant's delivery log by the protocol's rules; without clock or database.
 *
 * @param withdrawnOn day from which the participant wanted no more of the intervention
 */
record Judgement(
    DeliveryPlan plan,
    String arm,
    String stratum,
    LocalDate includedOn,
    Optional<LocalDate> withdrawnOn,
    List<Session.Content> sessions,
    Optional<ProgrammeStatus> status,
    Optional<DeliverySummary.End> end) {
  private static final int PERCENT = 100;

  Judgement {
    sessions = sessions.stream().sorted(Comparator.comparing(Session.Content::heldOn)).toList();
  }

  DeliverySummary summary() {
    List<Session.Content> own = own();
    Answer received = received();
    Adherence adherence = adherence(received);
    List<Deviation> deviations = deviations(adherence);
    return new DeliverySummary(
        received,
        adherence,
        perProtocol(deviations),
        deviations,
        plan.components(arm).stream().map(this::attended).toList(),
        sessions.size() - own.size(),
        end,
        (int) own.stream().filter(this::afterEnd).count(),
        own.isEmpty() ? OptionalLong.empty() : days(includedOn, own.getFirst().heldOn()),
        own.isEmpty()
            ? OptionalLong.empty()
            : days(own.getFirst().heldOn(), own.getLast().heldOn()));
  }

  private List<Session.Content> own() {
    Set<String> names =
        plan.components(arm).stream()
            .map(DeliveryPlan.Component::name)
            .collect(Collectors.toCollection(HashSet::new));
    return sessions.stream().filter(session -> names.contains(session.component())).toList();
  }

  private Answer received() {
    if (plan.components(arm).isEmpty()) {
      return Answer.NOT_APPLICABLE;
    }
    if (!own().isEmpty()) {
      return Answer.YES;
    }
    if (complete()) {
      return Answer.NO;
    }
    return status
        .flatMap(ProgrammeStatus::received)
        .map(any -> any ? Answer.YES : Answer.NO)
        .orElse(Answer.UNKNOWN);
  }

  private Adherence adherence(Answer received) {
    List<DeliveryPlan.Component> planned =
        plan.components(arm).stream()
            .filter(c -> c.supervised() && c.planned(stratum).isPresent())
            .toList();
    if (planned.isEmpty()) {
      return Adherence.NOT_APPLICABLE;
    }
    if (received == Answer.NO) {
      return Adherence.NONE;
    }
    if (planned.stream().allMatch(c -> count(c.name()) >= least(c))) {
      return Adherence.FULL;
    }
    return complete() ? Adherence.PARTIAL : Adherence.UNKNOWN;
  }

  private List<Deviation> deviations(Adherence adherence) {
    List<Deviation> deviations = new ArrayList<>();
    plan.perProtocol()
        .ifPresent(
            rules -> {
              if (rules.withoutWithdrawn()) {
                withdrawal(adherence).ifPresent(deviations::add);
              }
              if (complete()
                  && attendance(rules).anyMatch(rule -> percent(rule) < rule.atLeastPercent())) {
                deviations.add(Deviation.ATTENDANCE_TOO_LOW);
              }
            });
    return deviations;
  }

  /** A withdrawal after the programme's end takes nothing away from what was received. */
  private Optional<Deviation> withdrawal(Adherence adherence) {
    boolean left =
        status.flatMap(ProgrammeStatus::endReason).filter(this::isWithdrawal).isPresent();
    Optional<LocalDate> start =
        status
            .flatMap(ProgrammeStatus::startedOn)
            .or(() -> own().stream().findFirst().map(Session.Content::heldOn));
    boolean inTime =
        withdrawnOn
            .filter(day -> !programmeEnd(adherence).filter(day::isAfter).isPresent())
            .isPresent();
    if (!left && !inTime) {
      return Optional.empty();
    }
    boolean before =
        start.isEmpty() || withdrawnOn.filter(start.orElseThrow()::isAfter).isPresent();
    return Optional.of(
        before ? Deviation.WITHDRAWN_BEFORE_PROGRAMME : Deviation.WITHDRAWN_DURING_PROGRAMME);
  }

  private boolean isWithdrawal(ProgrammeStatus.EndReason reason) {
    return reason == ProgrammeStatus.EndReason.WITHDRAWN;
  }

  private Optional<LocalDate> programmeEnd(Adherence adherence) {
    Optional<LocalDate> told = status.flatMap(ProgrammeStatus::endedOn);
    return told.isPresent() || adherence != Adherence.FULL
        ? told
        : Optional.of(own().getLast().heldOn());
  }

  private Answer perProtocol(List<Deviation> deviations) {
    if (plan.perProtocol().isEmpty()) {
      return Answer.NOT_APPLICABLE;
    }
    if (!deviations.isEmpty()) {
      return Answer.NO;
    }
    boolean open =
        attendance(plan.perProtocol().orElseThrow())
            .anyMatch(rule -> percent(rule) < rule.atLeastPercent());
    return status.isEmpty() || open ? Answer.UNKNOWN : Answer.YES;
  }

  private Stream<DeliveryPlan.Attendance> attendance(DeliveryPlan.PerProtocol rules) {
    return rules.attendance().stream().filter(rule -> rule.arm().equals(arm));
  }

  /** The attended share of the planned sessions, in hundredths, rounded down. */
  private int percent(DeliveryPlan.Attendance rule) {
    Predicate<DeliveryPlan.Component> counts = c -> rule.components().contains(c.name());
    int planned = plan.components(arm).stream().filter(counts).mapToInt(this::least).sum();
    int attended =
        plan.components(arm).stream()
            .filter(counts)
            .mapToInt(c -> Math.min(count(c.name()), least(c)))
            .sum();
    return planned == 0 ? PERCENT : attended * PERCENT / planned;
  }

  private Attended attended(DeliveryPlan.Component component) {
    List<Session.Content> held =
        sessions.stream().filter(s -> s.component().equals(component.name())).toList();
    Optional<DeliveryPlan.Planned> planned = component.planned(stratum);
    return new Attended(
        component.name(),
        planned.map(p -> OptionalInt.of(p.from())).orElse(OptionalInt.empty()),
        planned.map(p -> OptionalInt.of(p.to())).orElse(OptionalInt.empty()),
        held.size(),
        held.stream().mapToInt(s -> s.minutes().orElse(0)).sum(),
        (int) held.stream().filter(s -> s.minutes().isPresent()).count());
  }

  private boolean complete() {
    return status.filter(ProgrammeStatus::complete).isPresent();
  }

  private int count(String component) {
    return (int) sessions.stream().filter(s -> s.component().equals(component)).count();
  }

  private int least(DeliveryPlan.Component component) {
    return component.planned(stratum).map(DeliveryPlan.Planned::from).orElse(0);
  }

  private boolean afterEnd(Session.Content session) {
    return end.filter(last -> session.heldOn().isAfter(last.on())).isPresent();
  }

  private static OptionalLong days(LocalDate from, LocalDate to) {
    return OptionalLong.of(ChronoUnit.DAYS.between(from, to));
  }
}
