package org.absentia.randomisation.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.absentia.randomisation.protocol.DeliveryPlan;
import org.absentia.randomisation.trial.Allocation;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Facts;
import org.absentia.randomisation.trial.ListedCandidates;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.absentia.randomisation.trial.Withdrawal;
import org.absentia.randomisation.trial.Withdrawals;

/** Puts together what was delivered to one participant and judges it; it knows the arm. */
@ApplicationScoped
public class Reports implements Facts<DeliveryReport> {
  private final Trials trials;
  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final ListedCandidates listed;
  private final Deliveries deliveries;

  Reports(
      Trials trials,
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      ListedCandidates listed,
      Deliveries deliveries) {
    this.trials = trials;
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.listed = listed;
    this.deliveries = deliveries;
  }

  @Override
  public List<DeliveryReport> unpublished(int limit) {
    return deliveries.untold(limit).stream().map(this::report).toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    deliveries.markTold(eventIds);
  }

  /** Returns nothing of someone without a slot, of an erased one, or without a plan. */
  public Optional<DeliveryReport.Content> of(Trial trial, UUID participantId) {
    Optional<Participant> participant =
        participants.find(trial, participantId).filter(known -> known.personal().isPresent());
    Optional<Allocation> allocation = allocations.ofParticipant(participantId);
    Optional<DeliveryPlan> plan = trial.protocol().delivery();
    if (participant.isEmpty() || allocation.isEmpty() || plan.isEmpty()) {
      return Optional.empty();
    }
    List<Session> sessions = counting(deliveries.sessions(participantId));
    Optional<ProgrammeStatus> status = deliveries.status(participantId).map(RecordedStatus::status);
    Participant known = participant.orElseThrow();
    Judgement judgement =
        new Judgement(
            plan.orElseThrow(),
            trial.protocol().arms().get(allocation.orElseThrow().arm()).name(),
            allocation.orElseThrow().stratum(),
            known.inclusionDate(),
            withdrawals.of(participantId).stream()
                .map(Withdrawal::withdrawnOn)
                .min(Comparator.naturalOrder()),
            sessions.stream().flatMap(session -> session.content().stream()).toList(),
            status,
            end(plan.orElseThrow(), status, listed.listDate(trial.id(), known.candidateId())));
    return Optional.of(new DeliveryReport.Content(status, sessions, judgement.summary()));
  }

  private DeliveryReport report(Deliveries.Untold untold) {
    Trial trial = trials.find(untold.trialId()).orElseThrow();
    return new DeliveryReport(
        untold.eventId(),
        untold.participantId(),
        untold.trialId(),
        untold.changedAt(),
        untold.erased() ? Optional.empty() : of(trial, untold.participantId()));
  }

  /** The last version of each session, unless it says that there was none. */
  private static List<Session> counting(List<Session> versions) {
    Map<UUID, Session> last = new LinkedHashMap<>();
    versions.forEach(version -> last.put(version.id(), version));
    return last.values().stream().filter(session -> session.content().isPresent()).toList();
  }

  static Optional<DeliverySummary.End> end(
      DeliveryPlan plan, Optional<ProgrammeStatus> status, Optional<LocalDate> listedOn) {
    if (plan.ends().isEmpty()) {
      return Optional.empty();
    }
    DeliveryPlan.Ends rule = plan.ends().orElseThrow();
    List<DeliverySummary.End> ends = new ArrayList<>();
    Stream.concat(
            status.flatMap(ProgrammeStatus::leaveSince).stream()
                .map(since -> afterMonths(rule, since.on(), Optional.of(since.source()))),
            listedOn.stream()
                .map(day -> day.minusWeeks(rule.weekWhenListed() - 1L))
                .map(latest -> afterMonths(rule, latest, Optional.empty())))
        .findFirst()
        .ifPresent(ends::add);
    status
        .flatMap(ProgrammeStatus::backSince)
        .ifPresent(
            since ->
                ends.add(
                    new DeliverySummary.End(
                        since.on().plusWeeks(rule.weeksInContractedHours()),
                        DeliverySummary.EndRule.BACK_AT_WORK,
                        Optional.of(since.source()))));
    return ends.stream().min(Comparator.comparing(DeliverySummary.End::on));
  }

  private static DeliverySummary.End afterMonths(
      DeliveryPlan.Ends rule, LocalDate since, Optional<ProgrammeStatus.Source> source) {
    return new DeliverySummary.End(
        since.plusMonths(rule.monthsOfLeave()), DeliverySummary.EndRule.MONTHS_OF_LEAVE, source);
  }
}
