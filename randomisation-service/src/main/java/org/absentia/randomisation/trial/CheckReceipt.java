package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.allocation.Receipt;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Hash;

/**
 * Tells whether what a receipt says stands in the log: a receipt's head ends with the entry of its
 * slot.
 */
@ApplicationScoped
public class CheckReceipt {
  /** In what a receipt and the log differ. */
  public enum Fault {
    HEAD_NOT_SIGNED,
    HEAD_OF_ANOTHER_CHAIN,
    SLOT_NOT_TAKEN_THERE,
    ENTRY_NOT_CHAINED,
    PARTICIPANT_UNKNOWN,
    RECEIPT_UNKNOWN
  }

  /**
   * What was found.
   *
   * @param entry the entry at the receipt's place, if the log is as long
   * @param before hash of the entry before it
   * @param head of the log now
   */
  public record Checked(Set<Fault> faults, Optional<LogEntry> entry, Hash before, SignedHead head) {
    public Checked {
      faults = Set.copyOf(faults);
    }

    public boolean stands() {
      return faults.isEmpty();
    }
  }

  private final Participants participants;
  private final Allocations allocations;
  private final TrialLog log;
  private final SignHead signHead;

  CheckReceipt(
      Participants participants, Allocations allocations, TrialLog log, SignHead signHead) {
    this.participants = participants;
    this.allocations = allocations;
    this.log = log;
    this.signHead = signHead;
  }

  @Transactional
  public Checked check(Trial trial, Receipt receipt) {
    long seq = receipt.head().count() - 1;
    ChainTip before = before(trial, seq);
    Optional<LogEntry> entry =
        seq < 0
            ? Optional.empty()
            : log.entries(trial.id(), seq, 1).stream()
                .filter(found -> found.seq() == seq)
                .findFirst();
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    if (!HeadKey.verifies(trial.publicKey(), receipt.head())) {
      faults.add(Fault.HEAD_NOT_SIGNED);
    }
    if (entry.filter(found -> found.hash().equals(receipt.head().hash())).isEmpty()) {
      faults.add(Fault.HEAD_OF_ANOTHER_CHAIN);
    }
    if (entry.filter(found -> !before.precedes(found)).isPresent()) {
      faults.add(Fault.ENTRY_NOT_CHAINED);
    }
    faults.addAll(ofParticipant(trial, receipt, entry));
    return new Checked(faults, entry, before.hash(), signHead.sign(trial));
  }

  private ChainTip before(Trial trial, long seq) {
    List<LogEntry> before = seq < 1 ? List.of() : log.entries(trial.id(), seq - 1, 1);
    return before.isEmpty() ? ChainTip.START : new ChainTip(seq, before.getFirst().hash());
  }

  private List<Fault> ofParticipant(Trial trial, Receipt receipt, Optional<LogEntry> entry) {
    UUID id = UUID.fromString(receipt.participantId());
    Optional<Participant.Personal> personal =
        participants.find(trial, id).flatMap(Participant::personal);
    if (personal.isEmpty()) {
      return List.of(Fault.PARTICIPANT_UNKNOWN);
    }
    List<Fault> faults = new ArrayList<>();
    LogEvent taken =
        new LogEvent.SlotTaken(
            Pseudonym.of(personal.orElseThrow().salt(), receipt.participantId()),
            receipt.stratum(),
            receipt.slot(),
            receipt.leaf());
    if (entry.filter(found -> says(found, taken)).isEmpty()) {
      faults.add(Fault.SLOT_NOT_TAKEN_THERE);
    }
    if (allocations
        .ofParticipant(id)
        .filter(allocation -> allocation.receipt().contains("\"" + receipt.receiptId() + "\""))
        .isEmpty()) {
      faults.add(Fault.RECEIPT_UNKNOWN);
    }
    return faults;
  }

  /** Tells whether an entry has this type and each of these members, in canonical JSON. */
  private static boolean says(LogEntry entry, LogEvent event) {
    return entry.type().equals(event.type())
        && event.members().entrySet().stream()
            .allMatch(
                member ->
                    entry
                        .canonical()
                        .contains(
                            CanonicalJson.write(member.getKey())
                                + ":"
                                + CanonicalJson.write(member.getValue())));
  }
}
