package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.Contact;
import org.absentia.randomisation.trial.Contacts;

/** The contacts in PostgreSQL. */
@ApplicationScoped
class ContactRows implements Contacts {
  private final Database database;

  ContactRows(Database database) {
    this.database = database;
  }

  @Override
  public void reserve(String trialId, String candidateId) {
    database.reserve("contact", trialId + "/" + candidateId);
  }

  @Override
  public Optional<Contact> find(
      String trialId, String candidateId, LocalDate contactedOn, Contact.Outcome outcome) {
    return ContactRow.<ContactRow>find(
            "trialId = ?1 and candidateId = ?2 and contactedOn = ?3 and outcome = ?4",
            trialId,
            candidateId,
            contactedOn,
            outcome.name())
        .firstResultOptional()
        .map(ContactRow::toContact);
  }

  @Override
  public void add(Contact contact) {
    ContactRow.of(contact).persist();
  }

  @Override
  public List<Contact> unpublished(int limit) {
    return database.unpublished(ContactRow.class, "id", limit).stream()
        .map(ContactRow::toContact)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(ContactRow.class, "id", eventIds);
  }
}
