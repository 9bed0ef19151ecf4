package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.protocol.Conduct;
import org.absentia.randomisation.protocol.Criterion;
import org.absentia.randomisation.protocol.StatedReason;
import org.absentia.randomisation.trial.ListedCandidates;
import org.absentia.randomisation.trial.ReasonCodes;
import org.absentia.randomisation.trial.Trial;

/** Records what a team found when it assessed a candidate. */
@ApplicationScoped
public class AssessCandidate {
  /** What came of the request. */
  public sealed interface Result {}

  /** Recorded now. */
  public record Recorded(TeamAssessment assessment) implements Result {}

  /** The same assessment stands as the last one. */
  public record RecordedBefore(TeamAssessment assessment) implements Result {}

  /** No list of the trial that came here names the candidate. */
  public record NotListed() implements Result {}

  /** The protocol has no such reasons, or the day cannot be right. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /**
   * What a recruiter sends.
   *
   * @param reasonCodes criteria and reasons of the protocol
   * @param reasons in the team's words
   */
  public record Finding(
      String candidateId,
      TeamAssessment.Outcome outcome,
      List<String> reasonCodes,
      List<String> reasons,
      LocalDate assessedOn) {
    public Finding {
      reasonCodes = List.copyOf(reasonCodes);
      reasons = List.copyOf(reasons);
    }

    boolean isThatOf(TeamAssessment known) {
      return known.outcome() == outcome
          && known.reasonCodes().equals(reasonCodes)
          && known.reasons().equals(reasons)
          && known.assessedOn().equals(assessedOn);
    }
  }

  private final TeamAssessments assessments;
  private final ListedCandidates listed;
  private final Clock clock;

  AssessCandidate(TeamAssessments assessments, ListedCandidates listed, Clock clock) {
    this.assessments = assessments;
    this.listed = listed;
    this.clock = clock;
  }

  @Transactional
  public Result assess(Trial trial, Finding finding) {
    Optional<LocalDate> listDate = listed.listDate(trial.id(), finding.candidateId());
    if (listDate.isEmpty()) {
      return new NotListed();
    }
    List<Fault> faults = faults(trial.protocol().conduct(), finding, listDate.orElseThrow());
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    assessments.reserve(trial.id(), finding.candidateId());
    Optional<TeamAssessment> last = assessments.last(trial.id(), finding.candidateId());
    if (last.filter(finding::isThatOf).isPresent()) {
      return new RecordedBefore(last.orElseThrow());
    }
    TeamAssessment assessment =
        new TeamAssessment(
            Ids.next(),
            trial.id(),
            finding.candidateId(),
            finding.outcome(),
            finding.reasonCodes(),
            finding.reasons(),
            finding.assessedOn(),
            clock.instant());
    assessments.add(assessment);
    return new Recorded(assessment);
  }

  private List<Fault> faults(Conduct conduct, Finding finding, LocalDate listDate) {
    List<Fault> faults =
        new ArrayList<>(ReasonCodes.faults(finding.reasonCodes(), offered(conduct, finding)));
    if (finding.outcome() == TeamAssessment.Outcome.NOT_ELIGIBLE
        && finding.reasonCodes().isEmpty()
        && finding.reasons().isEmpty()) {
      faults.add(new Fault("/reasonCodes", "says why the candidate is not eligible"));
    }
    if (finding.assessedOn().isBefore(listDate)
        || finding.assessedOn().isAfter(LocalDate.now(clock))) {
      faults.add(
          new Fault(
              "/assessedOn",
              "must not lie in the future nor before the list that names the candidate"));
    }
    return faults;
  }

  private static List<String> offered(Conduct conduct, Finding finding) {
    return switch (finding.outcome()) {
      case NOT_ELIGIBLE -> ReasonCodes.exclusions(conduct, Criterion.Moment.ASSESSMENT);
      case DECLINED -> conduct.reasons(StatedReason.Outcome.DECLINED);
      case ELIGIBLE, UNKNOWN -> List.of();
    };
  }
}
