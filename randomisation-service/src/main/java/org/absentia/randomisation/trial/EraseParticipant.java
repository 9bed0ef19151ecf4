package org.absentia.randomisation.trial;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.ChainTip;

/**
 * Removes everything personal from every store and keeps what the certificate tells. Whoever calls
 * it holds the participant, and the log, whose last entry says that it is done.
 */
@ApplicationScoped
class EraseParticipant {
  private static final String OF_PARTICIPANT =
      "baseline answers, personal salt of the log, link to the candidate, reasons of contacts";

  private final List<Erasable> stores;
  private final Participants participants;
  private final Erasures erasures;

  EraseParticipant(@All List<Erasable> stores, Participants participants, Erasures erasures) {
    this.stores = stores;
    this.participants = participants;
    this.erasures = erasures;
  }

  void erase(
      Participant participant,
      LocalDate withdrawnOn,
      boolean randomised,
      ChainTip logged,
      Instant at) {
    stores.forEach(store -> store.erase(participant.id()));
    // last, since the others may look for the candidate
    participants.erase(participant.id());
    erasures.add(
        new Erasure(
            Ids.next(),
            participant.id(),
            participant.trialId(),
            withdrawnOn,
            randomised,
            removed(),
            logged.count() - 1,
            logged.hash(),
            at));
  }

  private List<String> removed() {
    List<String> removed = new ArrayList<>(List.of(OF_PARTICIPANT));
    stores.stream().map(Erasable::removes).sorted().forEach(removed::add);
    return removed;
  }
}
