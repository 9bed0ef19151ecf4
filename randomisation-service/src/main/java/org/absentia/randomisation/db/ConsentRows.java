package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.absentia.randomisation.conduct.ConsentGiven;
import org.absentia.randomisation.conduct.Consents;
import org.absentia.randomisation.trial.Erasable;

/** The renewed consents in PostgreSQL. */
@ApplicationScoped
class ConsentRows implements Consents, Erasable {
  private final Database database;

  ConsentRows(Database database) {
    this.database = database;
  }

  @Override
  public List<ConsentGiven> of(UUID participantId) {
    return database
        .rows(
            """
            select version, given_on, recorded_at from renewed_consent
            where participant_id = :participant order by given_on, recorded_at
            """,
            Map.of("participant", participantId))
        .stream()
        .map(ConsentRows::consent)
        .toList();
  }

  @Override
  public void add(UUID participantId, ConsentGiven consent) {
    database
        .entities()
        .createNativeQuery(
            """
            insert into renewed_consent (participant_id, version, given_on, recorded_at)
            values (:participant, :version, :givenOn, :recordedAt)
            """)
        .setParameter("participant", participantId)
        .setParameter("version", consent.version())
        .setParameter("givenOn", consent.givenOn())
        .setParameter("recordedAt", consent.recordedAt())
        .executeUpdate();
  }

  @Override
  public String removes() {
    return "consents given and withdrawn";
  }

  @Override
  public void erase(UUID participantId) {
    database
        .entities()
        .createNativeQuery("delete from renewed_consent where participant_id = :participant")
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  private static ConsentGiven consent(Tuple row) {
    return new ConsentGiven(
        Columns.text(row, "version"),
        Columns.day(row, "given_on"),
        Columns.instant(row, "recorded_at"));
  }
}
