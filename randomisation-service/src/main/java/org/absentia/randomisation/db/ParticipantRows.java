package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.AnswersReader;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.ListedCandidates;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.jspecify.annotations.Nullable;

/** The participants in PostgreSQL. */
@ApplicationScoped
class ParticipantRows implements Participants {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Database database;
  private final ListedCandidates listed;
  private final Vault vault;

  ParticipantRows(Database database, ListedCandidates listed, Vault vault) {
    this.database = database;
    this.listed = listed;
    this.vault = vault;
  }

  @Override
  public void reserve(String trialId, String candidateId) {
    database.reserve("participant", trialId + "/" + candidateId);
  }

  @Override
  public Optional<Participant> ofCandidate(Trial trial, String candidateId) {
    return ParticipantRow.<ParticipantRow>find(
            "trialId = ?1 and candidateId = ?2", trial.id(), candidateId)
        .firstResultOptional()
        .map(row -> participant(row, trial));
  }

  @Override
  public Optional<Participant> find(Trial trial, UUID participantId) {
    return ofTrial(ParticipantRow.findById(participantId), trial);
  }

  @Override
  public Map<UUID, Participant> lock(Trial trial, Collection<UUID> participantIds) {
    Map<UUID, Participant> locked = new HashMap<>();
    database
        .rows(
            ParticipantRow.class,
            """
            select * from participant
            where participant_id = any(cast(:participants as uuid[])) and trial_id = :trial
            order by participant_id for update
            """,
            Map.of("participants", Database.array(participantIds), "trial", trial.id()))
        .forEach(row -> locked.put(row.participantId, participant(row, trial)));
    return locked;
  }

  @Override
  public void add(Participant participant) {
    ParticipantRow.of(participant, vault).persist();
  }

  @Override
  public void setAnswers(UUID participantId, Answers answers) {
    ParticipantRow.<ParticipantRow>findById(participantId).answers = answers.canonical();
  }

  @Override
  public void erase(UUID participantId) {
    ParticipantRow row = ParticipantRow.findById(participantId);
    run(
        "update listed_candidate set erased = true where trial_id = :trial and candidate_id = :candidate",
        row);
    run(
        """
        update contact set reasons = '[]', candidate_id = other.id
        from (select cast(gen_random_uuid() as text) as id) other
        where trial_id = :trial and candidate_id = :candidate
        """,
        row);
    InvitationRow.update(
        "sealedSalt = null where trialId = ?1 and candidateId = ?2", row.trialId, row.candidateId);
    row.erase();
  }

  private void run(String statement, ParticipantRow row) {
    database
        .entities()
        .createNativeQuery(statement)
        .setParameter("trial", row.trialId)
        .setParameter("candidate", row.candidateId)
        .executeUpdate();
  }

  @Override
  public List<Participant> page(Trial trial, Optional<UUID> after, int limit) {
    return ParticipantRow.<ParticipantRow>find(
            "trialId = ?1 and participantId > ?2",
            Sort.by("participantId"),
            trial.id(),
            after.orElse(BEFORE_ALL))
        .page(0, limit)
        .stream()
        .map(row -> participant(row, trial))
        .toList();
  }

  private Optional<Participant> ofTrial(@Nullable ParticipantRow row, Trial trial) {
    return Optional.ofNullable(row)
        .filter(found -> found.trialId.equals(trial.id()))
        .map(found -> participant(found, trial));
  }

  private Participant participant(ParticipantRow row, Trial trial) {
    Optional<String> office =
        trial.protocol().strata().needOffice()
            ? listed.office(trial.id(), row.candidateId)
            : Optional.empty();
    return row.toParticipant(text -> answers(text, trial), office, vault);
  }

  private static Answers answers(String text, Trial trial) {
    Faults faults = new Faults();
    Answers answers =
        new AnswersReader(trial.protocol())
            .read(JsonReader.of(JsonReader.parse(text.getBytes(StandardCharsets.UTF_8)), faults));
    if (faults.any()) {
      throw new IllegalStateException("stored answers no longer fit the trial's protocol");
    }
    return answers;
  }
}
