package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.trial.CandidateId;
import org.absentia.randomisation.trial.CandidateList;
import org.absentia.randomisation.trial.NoteCandidateList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears whom registry-ingest's lists name. */
@ApplicationScoped
class CandidatesListedListener {
  private record CandidatesListed(
      String trialId, String listId, String office, LocalDate listDate, List<String> candidateIds) {
    static CandidatesListed read(JsonNode json) {
      Faults faults = new Faults();
      JsonReader in = JsonReader.of(json, faults);
      CandidatesListed listed =
          new CandidatesListed(
              in.requiredText("trialId"),
              in.requiredText("listId"),
              in.requiredText("office"),
              in.requiredDate("listDate"),
              in.texts("candidateIds"));
      if (!in.has("candidateIds") || !listed.candidateIds().stream().allMatch(CandidateId::fits)) {
        in.fault("candidateIds", "must be the candidates' ids, each a UUID");
      }
      if (!CandidateId.fits(listed.listId())) {
        in.fault("listId", "must be a UUID");
      }
      if (faults.any()) {
        throw new MalformedMessage(faults.list());
      }
      return listed;
    }

    CandidateList toList() {
      return new CandidateList(UUID.fromString(listId), trialId, office, listDate, candidateIds);
    }
  }

  private final Inbox inbox;
  private final NoteCandidateList note;

  CandidatesListedListener(Inbox inbox, NoteCandidateList note) {
    this.inbox = inbox;
    this.note = note;
  }

  @Incoming("candidates-listed")
  @Blocking // ordered, on a worker thread
  void on(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(
        message,
        json -> {
          switch (note.note(CandidatesListed.read(json).toList())) {
            case NoteCandidateList.Noted noted -> {
              // its candidates may be contacted and enrolled from now on
            }
            case NoteCandidateList.UnknownTrial unknown ->
                throw new MalformedMessage("/trialId names no trial");
          }
        });
  }
}
