package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.ingest.intake.Enrolment;
import org.absentia.ingest.intake.Participants;
import org.absentia.ingest.intake.Withdrawal;
import org.absentia.ingest.intake.Withdrawal.Level;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.event.Relay;

/**
 * Begins and ends releases. Enrolment and withdrawal of one participant wait for each other; both
 * hold the person's row alone, so that a record stored at the same time is released once or not at
 * all, as the order of the commits has it.
 */
@ApplicationScoped
class ParticipantRows implements Participants {
  private final Database database;
  private final PersonTable persons;
  private final Releases releases;
  private final Relay relay;
  private final Clock clock;

  ParticipantRows(
      Database database, PersonTable persons, Releases releases, Relay relay, Clock clock) {
    this.database = database;
    this.persons = persons;
    this.releases = releases;
    this.relay = relay;
    this.clock = clock;
  }

  @Override
  public void enrol(Enrolment enrolment) {
    lockParticipant(enrolment.participantId());
    if (ReleaseRow.findById(enrolment.participantId()) != null) {
      return;
    }
    Optional<UUID> person = lockedPerson(enrolment);
    ReleaseRow release = ReleaseRow.of(enrolment, person.orElse(null), clock.instant());
    release.persistAndFlush();
    List<Withdrawal> withdrawals = withdrawals(enrolment.participantId());
    if (!withdrawals.isEmpty()) {
      withdrawals.forEach(withdrawal -> end(release, withdrawal));
    } else {
      person.ifPresent(releases::releaseAll);
    }
  }

  @Override
  public void withdraw(Withdrawal withdrawal) {
    if (!withdrawal.level().endsRelease()) {
      return;
    }
    lockParticipant(withdrawal.participantId());
    int added =
        database.update(
            """
            insert into withdrawal (participant_id, level, trial_id, withdrawn_at)
            values (?, ?, ?, ?::timestamptz) on conflict do nothing
            """,
            withdrawal.participantId(),
            withdrawal.level().name(),
            withdrawal.trialId(),
            withdrawal.withdrawnAt().toString());
    ReleaseRow release = ReleaseRow.findById(withdrawal.participantId());
    if (added > 0 && release != null) {
      end(release, withdrawal);
    }
  }

  /** Holds one participant's events apart, also before there is a row to lock. */
  private void lockParticipant(String participantId) {
    database.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> 1, participantId);
  }

  /** The person behind a candidate, locked; empty while no such candidate is known. */
  private Optional<UUID> lockedPerson(Enrolment enrolment) {
    for (int attempt = 1; attempt <= PersonTable.TRIES; attempt++) {
      Optional<UUID> person = person(enrolment);
      if (person.isEmpty() || persons.lock(List.of(person.get()), "update")) {
        return person;
      }
    }
    throw new IllegalStateException("the candidate's person was joined again and again");
  }

  private Optional<UUID> person(Enrolment enrolment) {
    record Candidate(String trialId, UUID person) {}
    Optional<Candidate> candidate =
        database
            .query(
                """
                select c.trial_id, coalesce(p.merged_into, p.id)
                from candidate c join person p on p.id = c.person_id where c.id::text = ?
                """,
                row -> new Candidate(row.getString(1), row.getObject(2, UUID.class)),
                enrolment.candidateId())
            .stream()
            .findFirst();
    if (candidate.map(c -> !c.trialId.equals(enrolment.trialId())).orElse(false)) {
      throw new MalformedMessage("the candidate belongs to another trial");
    }
    return candidate.map(Candidate::person);
  }

  private List<Withdrawal> withdrawals(String participantId) {
    return database.query(
        "select trial_id, level, withdrawn_at from withdrawal where participant_id = ?"
            + " order by withdrawn_at",
        row ->
            new Withdrawal(
                participantId,
                row.getString(1),
                Level.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant()),
        participantId);
  }

  private void end(ReleaseRow release, Withdrawal withdrawal) {
    while (release.personId != null && !persons.lock(List.of(release.personId), "update")) {
      ReleaseRow.getEntityManager().refresh(release); // joined with another person meanwhile
    }
    Instant endedAt = withdrawal.withdrawnAt();
    if (release.endedAt == null) {
      release.endedAt = endedAt;
    }
    ReleaseEndingRow.of(release.participantId, withdrawal.level().name(), endedAt)
        .persistAndFlush();
    if (withdrawal.level().erases()) {
      release.personId = null;
      // a candidate still names a person here
      release.candidateId = "erased-" + UUID.randomUUID();
      ReleaseRow.flush();
      erase(release.participantId);
    }
    relay.wake();
  }

  /** Follows every released version with an empty value; what was not sent yet never is. */
  private void erase(String participantId) {
    database.update(
        """
        insert into released_version (participant_id, record_version_id, erased)
        select participant_id, record_version_id, true
        from released_version where participant_id = ? and not erased
        on conflict do nothing
        """,
        participantId);
    database.update(
        "delete from released_version where participant_id = ? and not erased"
            + " and published_at is null",
        participantId);
  }
}
