package org.absentia.randomisation.trial;

import java.time.LocalDate;
import java.util.Optional;

/** The recorded contacts. */
public interface Contacts extends Facts<Contact> {
  /** Makes others who record a contact of this candidate wait until the transaction ends. */
  void reserve(String trialId, String candidateId);

  Optional<Contact> find(
      String trialId, String candidateId, LocalDate contactedOn, Contact.Outcome outcome);

  void add(Contact contact);
}
