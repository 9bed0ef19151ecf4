package org.absentia.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Instants;
import org.absentia.ingest.screening.Recruitment;
import org.absentia.ingest.screening.Screener;
import org.absentia.ingest.screening.Screening;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.TrialScope;

/**
 * Makes the list of one office and day, once: asked again, it gives the list as it was, though the
 * registers know more by now. A person is on one list of a trial only.
 */
@ApplicationScoped
public class ListCandidates {
  private final Trials trials;
  private final CandidateLists lists;
  private final Clock clock;

  ListCandidates(Trials trials, CandidateLists lists, Clock clock) {
    this.trials = trials;
    this.lists = lists;
    this.clock = clock;
  }

  /** A list, and whether this call made it. */
  public record Listed(CandidateList list, boolean made) {}

  /** Gives the list, making it if need be. */
  @Transactional
  public Listed list(String trialId, String office, LocalDate day, String caller) {
    Trial trial = trials.lock(trialId).orElseThrow(TrialScope::unknown);
    Optional<CandidateList> known = lists.find(trialId, office, day);
    if (known.isPresent()) {
      return new Listed(known.get(), false);
    }
    requireRecruitment(trial, office, day);
    return new Listed(made(trial, office, day, caller), true);
  }

  /** A candidate of the trial, with the list that names it. */
  @Transactional
  public Optional<CandidateLists.Found> candidate(String trialId, UUID candidateId, String caller) {
    Optional<CandidateLists.Found> found = lists.candidate(trialId, candidateId);
    found.ifPresent(f -> lists.noteAccess(candidateId, caller, clock.instant()));
    return found;
  }

  private void requireRecruitment(Trial trial, String office, LocalDate day) {
    Recruitment recruitment = trial.recruitment(new Faults());
    if (!recruitment.takesPart(office)) {
      throw Problem.unprocessable(
          "office-outside-protocol",
          "The office takes no part in the trial.",
          List.of(new Fault("/office", "must be an office of the protocol")));
    }
    if (!recruitment.goesOn(day)) {
      throw Problem.unprocessable(
          "date-outside-recruitment",
          "The trial does not recruit on that day.",
          List.of(new Fault("/listDate", "must lie inside recruitment and outside its halts")));
    }
    if (day.isAfter(LocalDate.now(clock))) {
      throw Problem.unprocessable(
          "date-in-future",
          "The registers do not know that day yet.",
          List.of(new Fault("/listDate", "must not lie in the future")));
    }
  }

  private CandidateList made(Trial trial, String office, LocalDate day, String caller) {
    Instant endOfDay = day.plusDays(1).atStartOfDay(Instants.NORWAY).toInstant();
    Screener screener = new Screener(trial.criteria(new Faults()), day);
    List<CandidateList.Candidate> candidates = new ArrayList<>();
    Map<UUID, UUID> persons = new HashMap<>();
    Map<Screening.Reason, Integer> notEligible = new EnumMap<>(Screening.Reason.class);
    for (CandidateLists.Person person : lists.certified(trial.trialId(), office, day, endOfDay)) {
      switch (screened(screener, person)) {
        case Screening.Passed passed -> {}
        case Screening.NotEligible refused -> notEligible.merge(refused.reason(), 1, Integer::sum);
        case Screening.Eligible eligible -> {
          CandidateList.Candidate candidate = candidate(eligible);
          candidates.add(candidate);
          persons.put(candidate.candidateId(), person.id());
        }
      }
    }
    requireBounded(candidates);
    int refused = notEligible.values().stream().mapToInt(Integer::intValue).sum();
    CandidateList list =
        new CandidateList(
            Ids.next(),
            trial.trialId(),
            office,
            day,
            candidates,
            candidates.size() + refused,
            notEligible);
    lists.keep(list, persons, caller, clock.instant());
    return list;
  }

  private static void requireBounded(List<CandidateList.Candidate> candidates) {
    if (candidates.size() > CandidateList.MOST_CANDIDATES) {
      throw Problem.unprocessable(
          "list-too-long",
          "The list would name more than %d candidates; none was made."
              .formatted(CandidateList.MOST_CANDIDATES),
          List.of(new Fault("/office", "has too many candidates on that day for one list")));
    }
  }

  private static Screening screened(Screener screener, CandidateLists.Person person) {
    Screening screening = screener.screen(person.birthDate(), person.records());
    return screening instanceof Screening.Eligible && person.listed()
        ? new Screening.NotEligible(Screening.Reason.ALREADY_LISTED)
        : screening;
  }

  private static CandidateList.Candidate candidate(Screening.Eligible eligible) {
    return new CandidateList.Candidate(
        Ids.next(),
        eligible.sickLeaveWeek(),
        eligible.grade(),
        eligible.diagnosis().map(diagnosis -> diagnosis.code()),
        eligible.age());
  }
}
