package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.AnswersReader;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.jspecify.annotations.Nullable;

/** The participants in PostgreSQL. */
@ApplicationScoped
class ParticipantRows implements Participants {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Database database;
  private final Vault vault;

  ParticipantRows(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public void reserve(String trialId, String candidateId) {
    database.reserve("participant", trialId + "/" + candidateId);
  }

  @Override
  public Optional<Participant> ofCandidate(Trial trial, String candidateId) {
    return database
        .entities()
        .createQuery(
            "from ParticipantRow where trialId = :trial and candidateId = :candidate",
            ParticipantRow.class)
        .setParameter("trial", trial.id())
        .setParameter("candidate", candidateId)
        .getResultStream()
        .findFirst()
        .map(row -> participant(row, trial));
  }

  @Override
  public Optional<Participant> find(Trial trial, UUID participantId) {
    return ofTrial(database.entities().find(ParticipantRow.class, participantId), trial);
  }

  @Override
  public Optional<Participant> lock(Trial trial, UUID participantId) {
    return ofTrial(
        database
            .entities()
            .find(ParticipantRow.class, participantId, LockModeType.PESSIMISTIC_WRITE),
        trial);
  }

  @Override
  public void add(Participant participant) {
    database.entities().persist(ParticipantRow.of(participant, vault));
  }

  @Override
  public void setAnswers(UUID participantId, Answers answers) {
    database.entities().find(ParticipantRow.class, participantId).answers = answers.canonical();
  }

  @Override
  public void erase(UUID participantId) {
    database.entities().find(ParticipantRow.class, participantId).erase();
    database
        .entities()
        .createNativeQuery(
            "update baseline set variables = null, published_at = coalesce(published_at, now())"
                + " where participant_id = :participant")
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  @Override
  public List<Participant> page(Trial trial, Optional<UUID> after, int limit) {
    return database
        .entities()
        .createQuery(
            "from ParticipantRow where trialId = :trial and participantId > :after"
                + " order by participantId",
            ParticipantRow.class)
        .setParameter("trial", trial.id())
        .setParameter("after", after.orElse(BEFORE_ALL))
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> participant(row, trial))
        .toList();
  }

  private Optional<Participant> ofTrial(@Nullable ParticipantRow row, Trial trial) {
    return Optional.ofNullable(row)
        .filter(found -> found.trialId.equals(trial.id()))
        .map(found -> participant(found, trial));
  }

  private Participant participant(ParticipantRow row, Trial trial) {
    return row.toParticipant(text -> answers(text, trial), vault);
  }

  private static Answers answers(String text, Trial trial) {
    Faults faults = new Faults();
    Answers answers =
        new AnswersReader(trial.protocol())
            .read(
                JsonReader.of(
                    JsonReader.parse(text.getBytes(StandardCharsets.UTF_8)), faults));
    if (faults.any()) {
      throw new IllegalStateException("stored answers no longer fit the trial's protocol");
    }
    return answers;
  }
}
