package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.CanonicalJson;
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
  LocalDate contactedOn = LocalDate.EPOCH;
  Instant recordedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  static ContactRow of(Contact contact) {
    ContactRow row = new ContactRow();
    row.id = contact.id();
    row.trialId = contact.trialId();
    row.candidateId = contact.candidateId();
    row.outcome = contact.outcome().name();
    row.reasons = CanonicalJson.write(contact.reasons());
    row.contactedOn = contact.contactedOn();
    row.recordedAt = contact.recordedAt();
    return row;
  }

  Contact toContact() {
    List<String> texts = new ArrayList<>();
    JsonReader.parse(reasons.getBytes(StandardCharsets.UTF_8))
        .forEach(reason -> texts.add(reason.asText()));
    return new Contact(
        id, trialId, candidateId, Contact.Outcome.valueOf(outcome), texts, contactedOn, recordedAt);
  }
}
