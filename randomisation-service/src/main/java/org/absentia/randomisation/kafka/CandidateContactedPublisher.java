package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.trial.Contact;
import org.absentia.randomisation.trial.Contacts;

/** Publishes each contact, for the flow chart. */
@Singleton
class CandidateContactedPublisher extends FactPublisher<Contact> {
  static final String TOPIC = "randomisation.candidate-contacted.v1";
  private static final int ORDER = 20;

  private record CandidateContacted(
      String trialId,
      String candidateId,
      Contact.Outcome outcome,
      List<String> reasons,
      List<String> reasonCodes,
      LocalDate contactedOn) {}

  CandidateContactedPublisher(Contacts contacts, ObjectMapper json) {
    super(ORDER, contacts, json);
  }

  @Override
  OutgoingEvent event(Contact contact) {
    return new OutgoingEvent(
        contact.id(),
        TOPIC,
        contact.trialId() + "/" + contact.candidateId(),
        contact.candidateId(),
        contact.recordedAt(),
        bytes(
            new CandidateContacted(
                contact.trialId(),
                contact.candidateId(),
                contact.outcome(),
                contact.reasons(),
                contact.reasonCodes(),
                contact.contactedOn())));
  }
}
