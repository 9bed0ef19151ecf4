package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Participant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "participant")
class ParticipantRow extends PanacheEntityBase implements SealedRow {
  @Id UUID participantId = new UUID(0, 0);
  String trialId = "";
  String candidateId = "";
  String consentVersion = "";
  LocalDate consentGivenOn = LocalDate.EPOCH;
  LocalDate inclusionDate = LocalDate.EPOCH;
  @Nullable String answers;
  @Nullable String requestDigest;
  byte @Nullable [] sealedPersonalSalt;
  Instant enrolledAt = Instant.EPOCH;

  static ParticipantRow of(Participant participant, Vault vault) {
    ParticipantRow row = new ParticipantRow();
    row.participantId = participant.id();
    row.trialId = participant.trialId();
    row.candidateId = participant.candidateId();
    row.consentVersion = participant.consent().version();
    row.consentGivenOn = participant.consent().givenOn();
    row.inclusionDate = participant.inclusionDate();
    Participant.Personal personal = participant.personal().orElseThrow();
    row.answers = personal.answers().canonical();
    row.requestDigest = personal.requestDigest().hex();
    row.sealedPersonalSalt = vault.seal(personal.salt(), row.saltPlace());
    row.enrolledAt = participant.enrolledAt();
    return row;
  }

  Participant toParticipant(
      Function<String, Answers> reader, Optional<String> office, Vault vault) {
    return new Participant(
        participantId,
        trialId,
        candidateId,
        new Participant.Consent(consentVersion, consentGivenOn),
        inclusionDate,
        personal(reader, office, vault),
        enrolledAt);
  }

  /** Nobody's candidate is left in the row; a UUID, since that is the form of all of them. */
  void erase() {
    candidateId = UUID.randomUUID().toString();
    answers = null;
    requestDigest = null;
    sealedPersonalSalt = null;
  }

  private Optional<Participant.Personal> personal(
      Function<String, Answers> reader, Optional<String> office, Vault vault) {
    if (answers == null || requestDigest == null || sealedPersonalSalt == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Participant.Personal(
            reader.apply(answers),
            new Hash(requestDigest),
            vault.openSecret(sealedPersonalSalt, saltPlace()),
            office));
  }

  private String saltPlace() {
    return "participant/" + participantId + "/personal-salt";
  }

  @Override
  public void rewrap(Vault vault) {
    if (sealedPersonalSalt != null) {
      sealedPersonalSalt = vault.rewrap(sealedPersonalSalt, saltPlace());
    }
  }
}
