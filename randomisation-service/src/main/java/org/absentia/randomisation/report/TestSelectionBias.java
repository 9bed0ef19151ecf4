package org.absentia.randomisation.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.absentia.randomisation.approval.Action;
import org.absentia.randomisation.approval.Proposals;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.SequenceArms;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.simulation.BergerExner;
import org.absentia.randomisation.trial.Allocation;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;
import org.absentia.randomisation.trial.TrialSecrets;
import org.absentia.randomisation.trial.Trials;

/**
 * Runs the test of Berger and Exner on outcomes that the caller brings. Only once the bundle is
 * open: whoever chooses the outcomes could read single arms from the slopes.
 */
@ApplicationScoped
public class TestSelectionBias {
  /** What came of the request. */
  public sealed interface Result {}

  /**
   * Tested.
   *
   * @param participants with an outcome and a slot
   */
  public record Tested(int participants, List<BergerExner.Tested> tests) implements Result {}

  /** Nobody opened the arms to everybody yet. */
  public record NotOpen() implements Result {}

  /** Slots of the design do not follow from those before them in their stratum. */
  public record NotForetold() implements Result {}

  /** Outcomes of people who have no slot in the trial. */
  public record Unknown(Set<UUID> participants) implements Result {}

  private final Proposals proposals;
  private final Trials trials;
  private final Allocations allocations;
  private final TrialLog log;

  TestSelectionBias(Proposals proposals, Trials trials, Allocations allocations, TrialLog log) {
    this.proposals = proposals;
    this.trials = trials;
    this.allocations = allocations;
    this.log = log;
  }

  @Transactional
  public Result test(Trial trial, Map<UUID, Double> outcomes) {
    if (!proposals.approved(trial.id(), Action.Kind.OPEN_BUNDLE)) {
      return new NotOpen();
    }
    if (!(trial.protocol().design().scheme() instanceof SequenceScheme scheme)) {
      return new NotForetold();
    }
    List<Allocation> taken = allocations.all(trial.id());
    Set<UUID> unknown = new TreeSet<>(outcomes.keySet());
    taken.forEach(allocation -> unknown.remove(allocation.participantId()));
    if (!unknown.isEmpty()) {
      return new Unknown(unknown);
    }
    LogSummary summary = LogSummary.of(log, trial.id());
    TrialSecrets secrets = trials.secrets(trial.id());
    Concealment concealment = new Concealment(trial.protocol().design(), secrets.key());
    SequenceArms arms =
        new SequenceArms(
            stratum -> scheme.sequence(concealment.design().stream(concealment.key(), stratum)));
    List<List<BergerExner.Slot>> strata = new ArrayList<>();
    for (String stratum : trial.protocol().design().strata()) {
      strata.add(slots(stratum, taken, outcomes, arms, used(summary, stratum)));
    }
    return new Tested(
        outcomes.size(), BergerExner.of(scheme, trial.protocol().design().arms().size(), strata));
  }

  private static int used(LogSummary summary, String stratum) {
    int used = -1;
    for (String type : List.of("SLOT_TAKEN", "SLOT_VOIDED")) {
      for (JsonNode entry : summary.ofType(type, stratum)) {
        used = Math.max(used, entry.path("slot").asInt());
      }
    }
    return used + 1;
  }

  // a voided slot stands in the past, too: its place in the block is gone
  private static List<BergerExner.Slot> slots(
      String stratum,
      List<Allocation> taken,
      Map<UUID, Double> outcomes,
      SequenceArms arms,
      int used) {
    Map<Integer, OptionalDouble> responses = new HashMap<>();
    for (Allocation allocation : taken) {
      Double outcome = outcomes.get(allocation.participantId());
      if (outcome != null && allocation.stratum().equals(stratum)) {
        responses.put(allocation.slot(), OptionalDouble.of(outcome));
      }
    }
    List<BergerExner.Slot> slots = new ArrayList<>();
    for (int slot = 0; slot < used; slot++) {
      slots.add(
          new BergerExner.Slot(
              arms.arm(stratum, slot).orElseThrow(),
              responses.getOrDefault(slot, OptionalDouble.empty())));
    }
    return slots;
  }
}
