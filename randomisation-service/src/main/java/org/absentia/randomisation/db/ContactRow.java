package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.randomisation.trial.Contact;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "contact")
class ContactRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String candidateId = "";
  String outcome = "";
  String reasons = "";
  String reasonCodes = "";
  LocalDate contactedOn = LocalDate.EPOCH;
  Instant recordedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  static ContactRow of(Contact contact) {
    ContactRow row = new ContactRow();
    row.id = contact.id();
    row.trialId = contact.trialId();
    row.candidateId = contact.candidateId();
    row.outcome = contact.outcome().name();
    row.reasons = TextList.write(contact.reasons());
    row.reasonCodes = TextList.write(contact.reasonCodes());
    row.contactedOn = contact.contactedOn();
    row.recordedAt = contact.recordedAt();
    return row;
  }

  Contact toContact() {
    return new Contact(
        id,
        trialId,
        candidateId,
        Contact.Outcome.valueOf(outcome),
        TextList.read(reasons),
        TextList.read(reasonCodes),
        contactedOn,
        recordedAt);
  }
}
