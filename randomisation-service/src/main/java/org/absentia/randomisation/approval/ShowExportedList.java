package org.absentia.randomisation.approval;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.SequenceArms;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;
import org.absentia.randomisation.trial.Trials;

/**
 * Shows an exported list to the person who proposed it, and logs that it did. The list is derived
 * anew each time; it rests nowhere in this service.
 */
@ApplicationScoped
public class ShowExportedList {
  private static final int PAGE = 5_000;

  /** A slot with the arm that whoever takes it will get. */
  public record ListedSlot(String stratum, int slot, String arm) {
    @Override
    public String toString() {
      // never the arm
      return "ListedSlot[" + stratum + " " + slot + "]";
    }
  }

  private final Proposals proposals;
  private final Trials trials;
  private final TrialLog log;
  private final Clock clock;

  ShowExportedList(Proposals proposals, Trials trials, TrialLog log, Clock clock) {
    this.proposals = proposals;
    this.trials = trials;
    this.log = log;
    this.clock = clock;
  }

  /** Returns the rows in the order of strata and slots; empty when there is nothing to show. */
  @Transactional
  public Optional<List<ListedSlot>> show(Trial trial, UUID proposalId, String subject) {
    Optional<Proposal> exported =
        proposals
            .lock(trial.id(), proposalId)
            .filter(proposal -> proposal.action() instanceof Action.ExportList)
            .filter(Proposal::isApproved)
            .filter(proposal -> proposal.proposedBy().equals(subject));
    if (exported.isEmpty()
        || !(trial.protocol().design().scheme() instanceof SequenceScheme scheme)) {
      return Optional.empty();
    }
    log.lock(trial.id());
    var key = trials.secrets(trial.id()).key();
    SequenceArms arms =
        new SequenceArms(
            stratum -> scheme.sequence(trial.protocol().design().stream(key, stratum)));
    List<ListedSlot> rows = new ArrayList<>();
    exports(trial.id(), proposalId).forEach(entry -> add(trial, entry, arms, rows));
    log.append(
        trial.id(), List.of(new LogEvent.Exported("ALLOCATION_LIST_SHOWN")), clock.instant());
    return Optional.of(rows);
  }

  private static void add(Trial trial, JsonNode entry, SequenceArms arms, List<ListedSlot> rows) {
    String stratum = entry.path("stratum").asText();
    int from = entry.path("fromSlot").asInt();
    for (int slot = from; slot < from + entry.path("slots").asInt(); slot++) {
      int arm = arms.arm(stratum, slot).orElseThrow();
      rows.add(new ListedSlot(stratum, slot, trial.protocol().design().arms().get(arm)));
    }
  }

  private List<JsonNode> exports(String trialId, UUID proposalId) {
    List<JsonNode> exports = new ArrayList<>();
    List<LogEntry> page;
    long from = 0;
    do {
      page = log.entries(trialId, from, PAGE);
      from += page.size();
      page.stream()
          .filter(entry -> entry.type().equals("EXPORTED"))
          .map(entry -> JsonReader.parse(entry.canonical().getBytes(StandardCharsets.UTF_8)))
          .filter(entry -> entry.path("proposal").asText().equals(proposalId.toString()))
          .forEach(exports::add);
    } while (page.size() == PAGE);
    return exports;
  }
}
