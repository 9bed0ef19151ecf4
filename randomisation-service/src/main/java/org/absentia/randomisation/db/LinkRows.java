package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.link.Holder;
import org.absentia.randomisation.link.Link;
import org.absentia.randomisation.link.Links;
import org.absentia.randomisation.link.Purpose;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Erasable;

/** The one-time links in PostgreSQL; each look reads the row anew. */
@ApplicationScoped
class LinkRows implements Links, Erasable {
  private static final String SELECT =
      """
      select id, trial_id, participant_id, candidate_id, purpose, subject, token_hash, issued_by,
        issued_at, expires_at, revoked_at, used_at, answers_digest
      from answer_link
      """;

  private final Database database;

  LinkRows(Database database) {
    this.database = database;
  }

  @Override
  public void add(Link link) {
    run(
        """
        insert into answer_link (id, trial_id, participant_id, candidate_id, purpose, subject,
          token_hash, issued_by, issued_at, expires_at)
        values (:id, :trial, cast(cast(:participant as text) as uuid), cast(:candidate as text),
          :purpose, cast(:subject as text), :token, :issuedBy, :issuedAt, :expiresAt)
        """,
        Map.of(
            "id", link.id(),
            "trial", link.trialId(),
            "purpose", link.purpose().kind().name(),
            "token", link.tokenHash().hex(),
            "issuedBy", link.issuedBy(),
            "issuedAt", link.issuedAt(),
            "expiresAt", link.expiresAt()),
        Map.of(
            "participant", participant(link.holder()),
            "candidate", candidate(link.holder()),
            "subject", link.purpose().subject()));
  }

  @Override
  public Optional<Link> find(Hash tokenHash) {
    return link("where token_hash = :token", tokenHash);
  }

  @Override
  public Optional<Link> lock(Hash tokenHash) {
    return link("where token_hash = :token for update", tokenHash);
  }

  @Override
  public List<Link> of(String trialId, Holder holder) {
    String where =
        switch (holder) {
          case Holder.Participant participant ->
              "where trial_id = :trial and cast(participant_id as text) = :holder";
          case Holder.Candidate candidate -> "where trial_id = :trial and candidate_id = :holder";
        };
    String name = participant(holder).or(() -> candidate(holder)).orElseThrow();
    return database
        .rows(SELECT + where + " order by id", Map.of("trial", trialId, "holder", name))
        .stream()
        .map(LinkRows::link)
        .toList();
  }

  @Override
  public void revoke(UUID linkId, Instant at) {
    run(
        """
        update answer_link set revoked_at = :at
        where id = :id and used_at is null and revoked_at is null
        """,
        Map.of("id", linkId, "at", at),
        Map.of());
  }

  @Override
  public void use(UUID linkId, Link.Use use, Optional<Hash> form, Optional<UUID> participantId) {
    run(
        """
        update answer_link set used_at = :at, answers_digest = :answers,
          form_digest = cast(:form as text),
          participant_id = coalesce(cast(cast(:participant as text) as uuid), participant_id)
        where id = :id
        """,
        Map.of("id", linkId, "at", use.at(), "answers", use.answers().hex()),
        Map.of("form", form.map(Hash::hex), "participant", participantId.map(UUID::toString)));
  }

  @Override
  public String removes() {
    return "one-time links, used or not";
  }

  @Override
  public void erase(UUID participantId) {
    run(
        """
        delete from answer_link l using participant p
        where p.participant_id = :participant
          and (l.participant_id = p.participant_id
            or (l.trial_id = p.trial_id and l.candidate_id = p.candidate_id))
        """,
        Map.of("participant", participantId),
        Map.of());
  }

  private void run(
      String statement, Map<String, Object> values, Map<String, Optional<String>> texts) {
    Query query = database.entities().createNativeQuery(statement);
    values.forEach(query::setParameter);
    texts.forEach((name, text) -> query.setParameter(name, text.orElse(null)));
    query.executeUpdate();
  }

  private Optional<Link> link(String where, Hash tokenHash) {
    return database.rows(SELECT + where, Map.of("token", tokenHash.hex())).stream()
        .findFirst()
        .map(LinkRows::link);
  }

  private static Link link(Tuple row) {
    return new Link(
        row.get("id", UUID.class),
        Columns.text(row, "trial_id"),
        holder(row),
        Purpose.of(
            Purpose.Kind.valueOf(Columns.text(row, "purpose")),
            Optional.ofNullable(row.get("subject", String.class))),
        new Hash(Columns.text(row, "token_hash")),
        Columns.text(row, "issued_by"),
        Columns.instant(row, "issued_at"),
        Columns.instant(row, "expires_at"),
        instant(row, "revoked_at"),
        instant(row, "used_at")
            .map(at -> new Link.Use(at, new Hash(Columns.text(row, "answers_digest")))));
  }

  /** A candidate's link stays one, whoever the candidate became by it. */
  private static Holder holder(Tuple row) {
    return Optional.ofNullable(row.get("candidate_id", String.class))
        .<Holder>map(Holder.Candidate::new)
        .orElseGet(() -> new Holder.Participant(row.get("participant_id", UUID.class)));
  }

  private static Optional<Instant> instant(Tuple row, String name) {
    return row.get(name) == null ? Optional.empty() : Optional.of(Columns.instant(row, name));
  }

  private static Optional<String> participant(Holder holder) {
    return holder instanceof Holder.Participant participant
        ? Optional.of(participant.id().toString())
        : Optional.empty();
  }

  private static Optional<String> candidate(Holder holder) {
    return holder instanceof Holder.Candidate candidate
        ? Optional.of(candidate.id())
        : Optional.empty();
  }
}
