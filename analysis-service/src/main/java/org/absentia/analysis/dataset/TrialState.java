package org.absentia.analysis.dataset;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.absentia.analysis.plan.AnalysisPlan;

/** Everything known of a trial at one moment. */
public record TrialState(
    AnalysisPlan plan,
    List<Participant> participants,
    List<Contact> contacts,
    List<CandidateList> candidateLists) {

  public TrialState {
    participants = List.copyOf(participants);
    contacts = List.copyOf(contacts);
    candidateLists = List.copyOf(candidateLists);
  }

  /** Counts that tell an analyst whether the data can be locked. */
  public record Completeness(
      int participants,
      int withdrawn,
      int outcomesComplete,
      int outcomesAwaited,
      int baselines,
      int contacts,
      int candidateLists) {}

  public Completeness completeness() {
    return new Completeness(
        participants.size(),
        count(Participant::withdrawn),
        count(p -> p.outcome().flatMap(o -> o.complete(plan.window())).isPresent()),
        unsettled(),
        count(p -> !p.answers().isEmpty()),
        contacts.size(),
        candidateLists.size());
  }

  /** Count the participants whose outcome is still to come. */
  public int unsettled() {
    return count(p -> !p.settled(plan.window()));
  }

  private int count(Predicate<Participant> test) {
    return (int) participants.stream().filter(test).count();
  }

  /** Freeze what may be analysed of a participant. */
  public Frozen freeze(Participant participant, UUID row) {
    var outcome = participant.usable(plan.window());
    return new Frozen(
        Row.frozen(
            row, participant, outcome, participant.baseline(plan.baseline(), outcome.isPresent())),
        participant.furthest());
  }

  public Flow flow() {
    Collection<Contact> last =
        contacts.stream()
            .collect(
                Collectors.toMap(
                    Contact::candidateId,
                    contact -> contact,
                    BinaryOperator.maxBy(Contact.BY_FINALITY)))
            .values();
    Map<Contact.Result, Integer> results = new EnumMap<>(Contact.Result.class);
    last.forEach(contact -> results.merge(contact.result(), 1, Integer::sum));
    int listed = candidateLists.stream().mapToInt(CandidateList::candidates).sum();
    int consented =
        Math.max(results.getOrDefault(Contact.Result.CONSENTED, 0), participants.size());
    int notReached = results.getOrDefault(Contact.Result.NOT_REACHED, 0);
    int excluded = results.getOrDefault(Contact.Result.EXCLUDED, 0);
    int declined = results.getOrDefault(Contact.Result.DECLINED, 0);
    return new Flow(
        candidateLists.stream().mapToInt(CandidateList::screened).sum(),
        notEligible(),
        listed,
        Math.max(0, listed - notReached - excluded - declined - consented),
        notReached,
        excluded,
        reasonsOf(last),
        declined,
        consented - participants.size(),
        participants.size(),
        furthest(Withdrawal.Level.STOP_INTERVENTION),
        furthest(Withdrawal.Level.STOP_QUESTIONNAIRES));
  }

  private int furthest(Withdrawal.Level level) {
    return count(p -> p.furthest().filter(level::equals).isPresent());
  }

  private SortedMap<String, Integer> notEligible() {
    SortedMap<String, Integer> sums = new TreeMap<>();
    for (CandidateList list : candidateLists) {
      list.notEligible().forEach((reason, n) -> sums.merge(reason, n, Integer::sum));
    }
    return sums;
  }

  private static SortedMap<String, Integer> reasonsOf(Collection<Contact> contacts) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    contacts.stream()
        .filter(contact -> contact.result() == Contact.Result.EXCLUDED)
        .flatMap(contact -> contact.reasons().stream().distinct())
        .forEach(reason -> counts.merge(reason, 1, Integer::sum));
    return counts;
  }
}
