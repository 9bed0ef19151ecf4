package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.ingest.intake.CandidateList;
import org.absentia.ingest.intake.CandidateLists;
import org.absentia.ingest.intake.JsonTree;
import org.absentia.ingest.record.RecordReader;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.platform.event.Relay;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CandidateListRows implements CandidateLists {
  /** Persons with a certificate on the day; of each of their records the version in force then. */
  private static final String CERTIFIED =
      """
      with certified as (
        select distinct p.id, p.birth_date
        from person p
        join registry_record r on r.person_id = p.id and r.type = 'SICK_LEAVE_CERTIFICATE'
        join record_version v on v.record_id = r.record_id
        where p.office = ? and p.merged_into is null and v.status = 'ACTIVE'
          and v.issued_at < ?::timestamptz and v.valid_from <= ?
          and (v.valid_to is null or v.valid_to >= ?)),
      in_force as (
        select distinct on (r.record_id) r.person_id, v.status, v.body
        from certified c
        join registry_record r on r.person_id = c.id
        join record_version v on v.record_id = r.record_id
        where r.type in ('SICK_LEAVE_CERTIFICATE', 'EMPLOYMENT')
          and v.issued_at < ?::timestamptz
        order by r.record_id, v.version desc)
      select c.id, c.birth_date, f.body, exists (
        select 1 from candidate k where k.trial_id = ? and k.person_id = c.id) as listed
      from certified c join in_force f on f.person_id = c.id
      where f.status = 'ACTIVE'
      order by c.id
      """;

  private final Database database;
  private final Releases releases;
  private final Relay relay;

  CandidateListRows(Database database, Releases releases, Relay relay) {
    this.database = database;
    this.releases = releases;
    this.relay = relay;
  }

  @Override
  public Optional<CandidateList> find(String trialId, String office, LocalDate listDate) {
    return CandidateListRow.<CandidateListRow>find(
            "trialId = ?1 and office = ?2 and listDate = ?3", trialId, office, listDate)
        .firstResultOptional()
        .map(row -> row.toList(candidates(row.id)));
  }

  private static List<CandidateList.Candidate> candidates(UUID listId) {
    return CandidateRow.<CandidateRow>list("listId = ?1 order by id", listId).stream()
        .map(CandidateRow::toCandidate)
        .toList();
  }

  @Override
  public List<Person> certified(
      String trialId, String office, LocalDate day, Instant issuedBefore) {
    Map<UUID, Person> persons = new LinkedHashMap<>();
    String before = issuedBefore.toString();
    database.query(
        CERTIFIED,
        row -> persons.merge(row.getObject(1, UUID.class), person(row), CandidateListRows::joined),
        office,
        before,
        day,
        day,
        before,
        trialId);
    return List.copyOf(persons.values());
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getObject(1, UUID.class),
        Optional.ofNullable(row.getObject(2, LocalDate.class)),
        row.getBoolean(4),
        List.of(RecordReader.readStored(JsonTree.ofStored(row.getString(3)))));
  }

  private static Person joined(Person known, Person more) {
    List<RegistryRecord> records = new ArrayList<>(known.records());
    records.addAll(more.records());
    return new Person(known.id(), known.birthDate(), known.listed(), records);
  }

  @Override
  public void keep(CandidateList list, Map<UUID, UUID> persons, String caller, Instant now) {
    CandidateListRow.of(list, caller, now).persistAndFlush();
    for (CandidateList.Candidate candidate : list.candidates()) {
      @Nullable UUID person = persons.get(candidate.candidateId());
      if (person == null) {
        throw new IllegalArgumentException("a candidate without a person");
      }
      CandidateRow.of(list, candidate, person).persist();
    }
    CandidateRow.flush();
    releaseWaiting(list.listId());
    relay.wake();
  }

  /** Begins releases whose enrolment came while its candidate was unknown here. */
  private void releaseWaiting(UUID listId) {
    database
        .query(
            """
            update release r set person_id = c.person_id from candidate c
            where c.list_id = ? and r.candidate_id = c.id::text and r.trial_id = c.trial_id
              and r.person_id is null and r.ended_at is null
            returning r.person_id
            """,
            row -> row.getObject(1, UUID.class),
            listId)
        .forEach(releases::releaseAll);
  }

  @Override
  public Optional<Found> candidate(String trialId, UUID candidateId) {
    return CandidateRow.<CandidateRow>find("id = ?1 and trialId = ?2", candidateId, trialId)
        .firstResultOptional()
        .map(
            row -> {
              CandidateListRow list = CandidateListRow.findById(row.listId);
              return new Found(list.toList(List.of()), row.toCandidate());
            });
  }

  @Override
  public void noteAccess(UUID candidateId, String caller, Instant now) {
    IdentifierAccessRow.of(candidateId, caller, now).persist();
  }
}
