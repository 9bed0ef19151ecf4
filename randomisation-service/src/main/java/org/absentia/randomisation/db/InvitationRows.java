package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.invitation.Invitation;
import org.absentia.randomisation.invitation.InvitationScheme;
import org.absentia.randomisation.invitation.Invitations;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.seal.Vault;

/** The first stages and the offers drawn, in PostgreSQL. */
@ApplicationScoped
class InvitationRows implements Invitations {
  private static final String OF_CANDIDATE = "trialId = ?1 and candidateId = ?2";

  private final Database database;
  private final Vault vault;

  InvitationRows(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public void add(InvitationScheme scheme, Design design) {
    database
        .entities()
        .createNativeQuery(
            """
            insert into invitation_scheme (trial_id, commitment, merkle_root)
            values (:trial, :commitment, :root)
            """)
        .setParameter("trial", scheme.trialId())
        .setParameter("commitment", scheme.commitment().hex())
        .setParameter("root", scheme.merkleRoot().hex())
        .executeUpdate();
    for (String stratum : design.strata()) {
      database
          .entities()
          .createNativeQuery(
              "insert into invitation_stratum (trial_id, stratum) values (:trial, :stratum)")
          .setParameter("trial", scheme.trialId())
          .setParameter("stratum", stratum)
          .executeUpdate();
    }
  }

  @Override
  public Optional<InvitationScheme> scheme(String trialId) {
    List<Object[]> rows =
        database
            .entities()
            .createNativeQuery(
                "select commitment, merkle_root from invitation_scheme where trial_id = :trial",
                Object[].class)
            .setParameter("trial", trialId)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new InvitationScheme(trialId, new Hash((String) row[0]), new Hash((String) row[1])))
        .findFirst();
  }

  @Override
  public void reserve(String trialId, String candidateId) {
    database.reserve("invitation", trialId + "/" + candidateId);
  }

  @Override
  public Optional<Invitation> find(String trialId, String candidateId) {
    return InvitationRow.<InvitationRow>find(OF_CANDIDATE, trialId, candidateId)
        .firstResultOptional()
        .flatMap(row -> row.toInvitation(vault));
  }

  @Override
  public boolean drawn(String trialId, String candidateId) {
    return InvitationRow.count(OF_CANDIDATE, trialId, candidateId) > 0;
  }

  @Override
  public int lockNextSlot(String trialId, String stratum) {
    return database
        .entities()
        .createNativeQuery(
            """
            select next_slot from invitation_stratum
            where trial_id = :trial and stratum = :stratum for update
            """,
            Integer.class)
        .setParameter("trial", trialId)
        .setParameter("stratum", stratum)
        .getResultStream()
        .mapToInt(slot -> ((Number) slot).intValue())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void add(Invitation invitation) {
    InvitationRow.of(invitation, vault).persist();
    database
        .entities()
        .createNativeQuery(
            """
            update invitation_stratum set next_slot = :next
            where trial_id = :trial and stratum = :stratum
            """)
        .setParameter("next", invitation.slot() + 1)
        .setParameter("trial", invitation.trialId())
        .setParameter("stratum", invitation.stratum())
        .executeUpdate();
  }
}
