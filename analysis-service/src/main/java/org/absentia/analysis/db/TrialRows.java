package org.absentia.analysis.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Outcome;
import org.absentia.analysis.dataset.Participant;
import org.absentia.analysis.dataset.TrialState;
import org.absentia.analysis.dataset.Trials;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.dataset.Withdrawal;
import org.absentia.analysis.json.PlanReader;
import org.absentia.analysis.plan.AnalysisPlan;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;

/** Puts together what is known of a trial. */
@ApplicationScoped
class TrialRows implements Trials {

  private final Canonical canonical;

  TrialRows(Canonical canonical) {
    this.canonical = canonical;
  }

  @Override
  public Optional<AnalysisPlan> plan(String trialId) {
    return TrialRow.<TrialRow>findByIdOptional(trialId).map(TrialRows::planOf);
  }

  @Override
  public boolean hold(String trialId) {
    return TrialRow.findByIdOptional(trialId, LockModeType.PESSIMISTIC_WRITE).isPresent();
  }

  private static AnalysisPlan planOf(TrialRow trial) {
    byte[] protocol = trial.protocol.getBytes(StandardCharsets.UTF_8);
    return PlanReader.read(JsonReader.of(JsonReader.parse(protocol), new Faults()));
  }

  @Override
  public String protocolDigest(String trialId) {
    return TrialRow.<TrialRow>findById(trialId).digest;
  }

  @Override
  public Optional<TrialState> state(String trialId) {
    return plan(trialId)
        .map(
            plan ->
                new TrialState(
                    plan,
                    participants(trialId),
                    ContactRow.of(trialId).stream().map(r -> r.toContact(canonical)).toList(),
                    CandidateListRow.of(trialId).stream()
                        .map(r -> r.toCandidateList(canonical))
                        .toList()));
  }

  private List<Participant> participants(String trialId) {
    Map<UUID, List<Withdrawal>> withdrawals =
        WithdrawalRow.of(trialId).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.participantId,
                    Collectors.mapping(WithdrawalRow::toWithdrawal, Collectors.toList())));
    Map<UUID, String> answers =
        BaselineRow.of(trialId).stream()
            .collect(Collectors.toMap(row -> row.participantId, row -> row.variables));
    Map<UUID, String> outcomes =
        OutcomeRow.of(trialId).stream()
            .collect(Collectors.toMap(row -> row.participantId, row -> row.outcome));
    return ParticipantRow.of(trialId).stream()
        .map(
            row ->
                new Participant(
                    row.participantId,
                    Optional.ofNullable(row.stratum),
                    Optional.ofNullable(row.epoch),
                    row.pilot,
                    withdrawals.getOrDefault(row.participantId, List.of()),
                    canonical.readMap(answers.getOrDefault(row.participantId, "{}"), Value.class),
                    Optional.ofNullable(outcomes.get(row.participantId))
                        .map(text -> canonical.read(text, Outcome.class))))
        .toList();
  }
}
