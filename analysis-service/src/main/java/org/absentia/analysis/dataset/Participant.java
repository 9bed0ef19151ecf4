package org.absentia.analysis.dataset;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.plan.BaselineVariable;

/**
 * All that is known of one randomised participant, put together from events that came in any order.
 *
 * @param epoch of the stratum, from 1, where the design has epochs
 */
public record Participant(
    UUID participantId,
    Optional<String> stratum,
    Optional<Integer> epoch,
    boolean pilot,
    List<Withdrawal> withdrawals,
    Map<String, Value> answers,
    Optional<Outcome> outcome) {

  private static final Value NO = new Value.Text("no");

  public Participant {
    withdrawals = List.copyOf(withdrawals);
    answers = Map.copyOf(answers);
  }

  /** Whether the participant let no further register data be used. */
  public boolean withdrawn() {
    return withdrawals.stream().anyMatch(w -> w.level().endsRegistryData());
  }

  /** The furthest level of withdrawal; each includes those before it. */
  public Optional<Withdrawal.Level> furthest() {
    return withdrawals.stream().map(Withdrawal::level).max(Comparator.naturalOrder());
  }

  public boolean erased() {
    return withdrawals.stream().anyMatch(w -> w.level() == Withdrawal.Level.WITHDRAW_AND_ERASE);
  }

  /**
   * Whether nothing more is to be expected. A withdrawal alone does not tell: whether the window
   * was over by then is the outcome-service's to say, and it says so of everyone not erased.
   */
  public boolean settled(String window) {
    return erased() || outcome.filter(o -> o.settles(window)).isPresent();
  }

  /**
   * Return the outcome that may be analysed: final, and from before any withdrawal of register
   * data.
   */
  public Optional<RowOutcome> usable(String window) {
    return outcome
        .filter(o -> !erased())
        .flatMap(
            o ->
                o.complete(window)
                    .filter(this::endedBeforeWithdrawal)
                    .map(
                        sum ->
                            new RowOutcome(
                                sum.lostWorkdays(), sum.workdays(), workedShareAfterOneWeek(o))));
  }

  private boolean endedBeforeWithdrawal(Outcome.Window window) {
    return withdrawals.stream()
        .filter(w -> w.level().endsRegistryData())
        .allMatch(w -> window.to().isBefore(w.withdrawnOn()));
  }

  private static Optional<Double> workedShareAfterOneWeek(Outcome outcome) {
    Value share = outcome.baseline().get("workedShareAfterOneWeek");
    return share == null ? Optional.empty() : share.number().stream().boxed().findFirst();
  }

  /** Collect the present values of the planned baseline variables. */
  public Map<String, Value> baseline(List<BaselineVariable> variables, boolean outcomeUsable) {
    Map<String, Value> known = new HashMap<>();
    if (!erased()) {
      known.putAll(answers);
      outcome.filter(o -> outcomeUsable).ifPresent(o -> known.putAll(o.baseline()));
    }
    Map<String, Value> values = new HashMap<>();
    for (BaselineVariable variable : variables) {
      Value value = sourceOf(variable, outcomeUsable).get(variable.name());
      if (value != null) {
        values.put(variable.name(), counts(variable, known) ? value : NO);
      }
    }
    return values;
  }

  private Map<String, Value> sourceOf(BaselineVariable variable, boolean outcomeUsable) {
    if (erased()) {
      return Map.of();
    }
    return switch (variable.source()) {
      case BASELINE -> answers;
      case OUTCOME -> outcome.filter(o -> outcomeUsable).map(Outcome::baseline).orElse(Map.of());
    };
  }

  private static boolean counts(BaselineVariable variable, Map<String, Value> known) {
    return variable.onlyWith().entrySet().stream()
        .allMatch(
            condition -> {
              Value other = known.get(condition.getKey());
              return other != null && condition.getValue().contains(other.level());
            });
  }
}
