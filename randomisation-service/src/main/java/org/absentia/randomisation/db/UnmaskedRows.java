package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.protocol.Arm;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Erasable;
import org.absentia.randomisation.trial.Trials;
import org.absentia.randomisation.unmasking.Unmasked;
import org.absentia.randomisation.unmasking.Unmaskings;

/** The participants of unmasked datasets in PostgreSQL, sealed like their arms. */
@ApplicationScoped
class UnmaskedRows implements Unmaskings, Erasable {
  private final Database database;
  private final Vault vault;
  private final Trials trials;

  UnmaskedRows(Database database, Vault vault, Trials trials) {
    this.database = database;
    this.vault = vault;
    this.trials = trials;
  }

  @Override
  public boolean exists(String datasetId) {
    return UnmaskedRow.count("datasetId", datasetId) > 0;
  }

  @Override
  public void add(List<Unmasked> unmasked) {
    UnmaskedRow.persist(
        unmasked.stream().map(one -> UnmaskedRow.of(one, arms(one.trialId()), vault)));
  }

  @Override
  public List<Unmasked> unpublished(int limit) {
    return database.unpublished(UnmaskedRow.class, "id", limit).stream()
        .map(row -> row.toUnmasked(arms(row.trialId), vault))
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(UnmaskedRow.class, "id", eventIds);
  }

  /** Under a new id: what the relay is sending at this moment must not mark this as sent. */
  @Override
  public void erase(UUID participantId) {
    List<UUID> rows =
        UnmaskedRow.<UnmaskedRow>list(
                "participantId = ?1 and sealedContent is not null", participantId)
            .stream()
            .map(row -> row.id)
            .toList();
    for (UUID row : rows) {
      database
          .entities()
          .createNativeQuery(
              """
              update unmasked_participant
              set sealed_content = null, id = :event, published_at = null where id = :row
              """)
          .setParameter("event", Ids.next())
          .setParameter("row", row)
          .executeUpdate();
    }
  }

  @Override
  public String removes() {
    return "arm, odds and judgement of the deliveries as the unmasking of datasets told them";
  }

  private List<Arm> arms(String trialId) {
    return trials.find(trialId).orElseThrow().protocol().arms();
  }
}
