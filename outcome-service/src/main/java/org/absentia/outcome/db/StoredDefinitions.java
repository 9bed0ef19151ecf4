package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.outcome.computation.Definitions;
import org.absentia.outcome.computation.Recomputation;
import org.absentia.outcome.computation.Recomputations;
import org.absentia.outcome.computation.TrialDefinition;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.CanonicalText;
import org.absentia.platform.Ids;
import org.absentia.platform.event.Relay;
import org.jspecify.annotations.Nullable;

/** The definitions of trials in PostgreSQL; one that comes to count orders everybody anew. */
@ApplicationScoped
class StoredDefinitions implements Definitions {
  private final EntityManager database;
  private final DefinitionRows contents;
  private final TrialDefinitionRows definitions;
  private final TrialRows trials;
  private final Recomputations orders;
  private final Relay relay;

  StoredDefinitions(
      EntityManager database,
      DefinitionRows contents,
      TrialDefinitionRows definitions,
      TrialRows trials,
      Recomputations orders,
      Relay relay) {
    this.database = database;
    this.contents = contents;
    this.definitions = definitions;
    this.trials = trials;
    this.orders = orders;
    this.relay = relay;
  }

  @Override
  public void lock(String trialId) {
    database
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:trial, 1)) as text)", String.class)
        .setParameter("trial", trialId)
        .getSingleResult();
  }

  @Override
  public List<TrialDefinition> of(String trialId) {
    return definitions.of(trialId).stream().map(TrialDefinitionRow::toDefinition).toList();
  }

  @Override
  public void add(TrialDefinition definition) {
    keep(definition, null);
    relay.wake();
  }

  /** Keeps a definition that may be known, or be older than others that are. */
  void keep(TrialDefinition definition, @Nullable Instant publishedAt) {
    lock(definition.trialId());
    DefinitionRow content = contents.of(new CanonicalText().of(definition.definition()));
    int inserted = insert(definition, content, publishedAt);
    if (inserted > 0) {
      makeNewestCount(definition, publishedAt == null);
    }
  }

  private int insert(
      TrialDefinition definition, DefinitionRow content, @Nullable Instant publishedAt) {
    OptionalInt version = definition.protocolVersion();
    return database
        .createNativeQuery(
            """
            insert into trial_definition
              (id, trial_id, set_at, source, protocol_version, definition_hash, reason, set_by, published_at)
            values (:id, :trial, :setAt, :source, cast(:version as integer), :definition,
              cast(:reason as text), cast(:setBy as text), cast(:publishedAt as timestamptz))
            on conflict do nothing
            """)
        .setParameter("id", definition.id())
        .setParameter("trial", definition.trialId())
        .setParameter("setAt", definition.setAt())
        .setParameter("source", version.isPresent() ? "PROTOCOL" : "STATISTICIAN")
        .setParameter("version", version.isPresent() ? version.getAsInt() : null)
        .setParameter("definition", content.hash)
        .setParameter("reason", definition.reason().orElse(null))
        .setParameter("setBy", definition.setBy().orElse(null))
        .setParameter("publishedAt", publishedAt)
        .executeUpdate();
  }

  /**
   * @param ordering whether what was computed by another definition must be computed again; when
   *     the definition is taken back into a new database everybody waits anyway
   */
  private void makeNewestCount(TrialDefinition added, boolean ordering) {
    DefinitionRow newest = definitions.of(added.trialId()).getLast().definition;
    Optional<TrialRow> trial = trials.findByIdOptional(added.trialId());
    trial.ifPresent(database::refresh); // it may have been read before the lock was there
    if (trial.isEmpty()) {
      TrialRow first = new TrialRow();
      first.trialId = added.trialId();
      first.definition = newest;
      trials.persistAndFlush(first);
    } else if (!trial.get().definition.hash.equals(newest.hash)) {
      trial.get().definition = newest;
      trials.flush();
      if (ordering) {
        orders.add(order(added));
      }
    }
  }

  private static Recomputation order(TrialDefinition added) {
    return new Recomputation(
        Ids.next(),
        Optional.of(added.trialId()),
        Recomputation.Cause.DEFINITION_CHANGED,
        added.reason().orElse("another version of the protocol"),
        added.setBy(),
        added.setAt());
  }

  Optional<OutcomeDefinition> current(String trialId) {
    return trials.findByIdOptional(trialId).map(TrialRow::toDefinition);
  }
}
