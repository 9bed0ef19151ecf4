package org.absentia.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.absentia.ingest.record.Activity;
import org.absentia.ingest.record.Interval;
import org.absentia.ingest.record.Period;
import org.absentia.ingest.record.RecordVersion;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.Status;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;

/** The making of a list, without a database. */
class ListCandidatesTest {
  private static final LocalDate DAY = LocalDate.of(2019, 5, 13);
  private static final Instant ISSUED = Instant.parse("2019-04-01T10:00:00Z");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void a_list_of_ten_thousand_candidates_is_made() {
    // Given
    Register register = new Register(10_000);

    // When
    ListCandidates.Listed listed = list(register);

    // Then
    assertThat(listed.list().candidates()).hasSize(10_000);
    assertThat(register.kept).containsExactly(listed.list());
  }

  @Test
  void a_list_of_more_is_refused_and_none_is_made() {
    // Given
    Register register = new Register(10_001);

    // Then
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> list(register))
        .satisfies(
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.reason()).isEqualTo("list-too-long");
              assertThat(refused.detail()).contains("10000");
              assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/office");
            });
    assertThat(register.kept).isEmpty();
  }

  private static ListCandidates.Listed list(Register register) {
    return new ListCandidates(new OneTrial(), register, CLOCK).list("mi-nav", "0101", DAY, "r-1");
  }

  private static RegistryRecord certificate() {
    return new RegistryRecord.SickLeaveCertificate(
        new RecordVersion("c-1", 1, Status.ACTIVE, ISSUED),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Period.Certified(
                Interval.of(LocalDate.of(2019, 4, 1), LocalDate.of(2019, 6, 30)),
                new Activity.Full())));
  }

  /** A trial that takes everyone in week seven. */
  private static final class OneTrial implements Trials {
    @Override
    public void keep(Trial trial) {
      throw new UnsupportedOperationException("the trial is there already");
    }

    @Override
    public Optional<Trial> find(String trialId) {
      return Optional.of(
          new Trial(
              trialId,
              1,
              ISSUED,
              """
              {"recruitment":{"from":"2019-04-01","to":"2020-10-31","offices":["0101"]},
               "screening":{"weekOfSickLeave":{"from":7,"to":7}}}"""));
    }

    @Override
    public Optional<Trial> lock(String trialId) {
      return find(trialId);
    }
  }

  /** So many persons, all in week seven of their sick leave, and the lists made of them. */
  private static final class Register implements CandidateLists {
    private final List<CandidateList> kept = new ArrayList<>();
    private final int persons;

    Register(int persons) {
      this.persons = persons;
    }

    @Override
    public Optional<CandidateList> find(String trialId, String office, LocalDate listDate) {
      return Optional.empty();
    }

    @Override
    public List<Person> certified(
        String trialId, String office, LocalDate day, Instant issuedBefore) {
      return IntStream.range(0, persons)
          .mapToObj(
              i ->
                  new Person(
                      new UUID(0, i),
                      Optional.of(LocalDate.of(1970, 1, 31)),
                      false,
                      List.of(certificate())))
          .toList();
    }

    @Override
    public void keep(CandidateList list, Map<UUID, UUID> named, String caller, Instant now) {
      kept.add(list);
    }

    @Override
    public Optional<Found> candidate(String trialId, UUID candidateId) {
      return Optional.empty();
    }

    @Override
    public void noteAccess(UUID candidateId, String caller, Instant now) {
      throw new UnsupportedOperationException("nobody is shown");
    }
  }
}
