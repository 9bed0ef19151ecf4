package org.absentia.randomisation.allocation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.randomisation.scheme.Hash;

/** Something that the log of a trial records. No event carries an arm or a person. */
public sealed interface LogEvent {
  /** Returns the type as it stands in the entry. */
  String type();

  /** Returns the members beside {@code seq}, {@code at} and {@code type}. */
  Map<String, Object> members();

  /** The participant consented to take part. */
  record ConsentGiven(Pseudonym participant) implements LogEvent {
    @Override
    public String type() {
      return "CONSENT_GIVEN";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex());
    }
  }

  /**
   * The server computed the stratum from answers that are locked from now on.
   *
   * @param factors the level of each factor for minimisation, empty for every other method
   */
  record StratumLocked(Pseudonym participant, String stratum, Map<String, String> factors)
      implements LogEvent {
    public StratumLocked {
      factors = Map.copyOf(factors);
    }

    @Override
    public String type() {
      return "STRATUM_LOCKED";
    }

    @Override
    public Map<String, Object> members() {
      Map<String, Object> members = new HashMap<>();
      members.put("participant", participant.hash().hex());
      members.put("stratum", stratum);
      if (!factors.isEmpty()) {
        members.put("factors", factors);
      }
      return members;
    }
  }

  /** The participant was found eligible, before anyone could know the arm. */
  record EligibilityLocked(Pseudonym participant) implements LogEvent {
    @Override
    public String type() {
      return "ELIGIBILITY_LOCKED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex());
    }
  }

  /** A slot was used up for the participant, for ever. */
  record SlotTaken(Pseudonym participant, String stratum, int slot, Hash leaf) implements LogEvent {
    @Override
    public String type() {
      return "SLOT_TAKEN";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of(
          "participant",
          participant.hash().hex(),
          "stratum",
          stratum,
          "slot",
          slot,
          "leaf",
          leaf.hex());
    }
  }

  /** The statistician's own list was sealed row by row before the trial opened. */
  record ListImported(String list, int rows) implements LogEvent {
    @Override
    public String type() {
      return "LIST_IMPORTED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("list", list, "rows", rows);
    }
  }

  /** The trial committed to a first stage that draws which offer a candidate is sent. */
  record InvitationCommitted(String version, Hash commitment, Hash merkleRoot) implements LogEvent {
    @Override
    public String type() {
      return "INVITATION_COMMITTED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of(
          "version", version, "commitment", commitment.hex(), "merkleRoot", merkleRoot.hex());
    }
  }

  /** An offer was drawn for a candidate, for ever. */
  record OfferDrawn(Pseudonym candidate, String stratum, int slot, Hash leaf) implements LogEvent {
    @Override
    public String type() {
      return "OFFER_DRAWN";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of(
          "candidate",
          candidate.hash().hex(),
          "stratum",
          stratum,
          "slot",
          slot,
          "leaf",
          leaf.hex());
    }
  }

  /** The arm was shown to the role that delivers it. */
  record ArmShown(Pseudonym participant) implements LogEvent {
    @Override
    public String type() {
      return "ARM_SHOWN";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex());
    }
  }

  /** The participant withdrew to this extent. */
  record Withdrawn(Pseudonym participant, String level) implements LogEvent {
    @Override
    public String type() {
      return "WITHDRAWN";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex(), "level", level);
    }
  }

  /** The participant's data were erased; the personal salt goes with them. */
  record Erased(Pseudonym participant) implements LogEvent {
    @Override
    public String type() {
      return "ERASED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex());
    }
  }

  /** A dataset was locked and masked labels were drawn for it. */
  record DataLocked(String dataset, int participants) implements LogEvent {
    @Override
    public String type() {
      return "DATA_LOCKED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("dataset", dataset, "participants", participants);
    }
  }

  /** A dataset was analysed, and its result has this digest. */
  record AnalysisCompleted(String dataset, String run, String resultHash) implements LogEvent {
    @Override
    public String type() {
      return "ANALYSIS_COMPLETED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("dataset", dataset, "run", run, "resultHash", resultHash);
    }
  }

  /** It was told which arm each label of the dataset stands for. */
  record Unmasked(String dataset, String proposal, int participants) implements LogEvent {
    @Override
    public String type() {
      return "UNMASKED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("dataset", dataset, "proposal", proposal, "participants", participants);
    }
  }

  /** A first person proposed something that needs two. */
  record Proposed(String proposal, String action) implements LogEvent {
    @Override
    public String type() {
      return "PROPOSED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("proposal", proposal, "action", action);
    }
  }

  /** A second person approved the proposal; what was done follows. */
  record Approved(String proposal, String action) implements LogEvent {
    @Override
    public String type() {
      return "APPROVED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("proposal", proposal, "action", action);
    }
  }

  /** A second person rejected the proposal. */
  record Rejected(String proposal, String action) implements LogEvent {
    @Override
    public String type() {
      return "REJECTED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("proposal", proposal, "action", action);
    }
  }

  /** Other weights hold from this slot on. */
  record EpochStarted(String stratum, int fromSlot, List<Long> weights) implements LogEvent {
    public EpochStarted {
      weights = List.copyOf(weights);
    }

    @Override
    public String type() {
      return "EPOCH_STARTED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("stratum", stratum, "fromSlot", fromSlot, "weights", weights);
    }
  }

  /** A slot was used up without a participant. */
  record SlotVoided(String stratum, int slot, String reason) implements LogEvent {
    @Override
    public String type() {
      return "SLOT_VOIDED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("stratum", stratum, "slot", slot, "reason", reason);
    }
  }

  /** The arm of one participant was opened for one person. */
  record CodeBroken(Pseudonym participant, String proposal) implements LogEvent {
    @Override
    public String type() {
      return "CODE_BROKEN";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex(), "proposal", proposal);
    }
  }

  /** The key that opens a pack of sealed slots was shown to its holder. */
  record PackKeyShown(String pack) implements LogEvent {
    @Override
    public String type() {
      return "KEY_USED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("what", "CONTINGENCY_PACK", "pack", pack);
    }
  }

  /**
   * Something went wrong in the conduct; what, is kept outside the log.
   *
   * @param slot number of the slot within the stratum, where it is about one
   */
  record DeviationNoted(
      String deviation,
      String kind,
      Optional<Pseudonym> participant,
      Optional<String> stratum,
      Optional<Integer> slot)
      implements LogEvent {
    @Override
    public String type() {
      return "DEVIATION";
    }

    @Override
    public Map<String, Object> members() {
      Map<String, Object> members = new HashMap<>();
      members.put("deviation", deviation);
      members.put("kind", kind);
      participant.ifPresent(known -> members.put("participant", known.hash().hex()));
      stratum.ifPresent(name -> members.put("stratum", name));
      slot.ifPresent(number -> members.put("slot", number));
      return members;
    }
  }

  /**
   * From this slot on concealment rests with whoever holds what was let out, too.
   *
   * @param what for example ALLOCATION_LIST
   * @param slots how many slots it is about; empty for all that follow
   */
  record Disclosed(String what, String proposal, String stratum, int fromSlot, OptionalInt slots)
      implements LogEvent {
    @Override
    public String type() {
      return "EXPORTED";
    }

    @Override
    public Map<String, Object> members() {
      Map<String, Object> members = new HashMap<>();
      members.put("what", what);
      members.put("proposal", proposal);
      members.put("stratum", stratum);
      members.put("fromSlot", fromSlot);
      slots.ifPresent(count -> members.put("slots", count));
      return members;
    }
  }

  /** Key, salts and shares were opened to everybody who verifies. */
  record Exported(String what) implements LogEvent {
    @Override
    public String type() {
      return "EXPORTED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("what", what);
    }
  }

  /** Eligibility was judged once more before the lock. */
  record EligibilityJudged(Pseudonym participant, boolean eligible) implements LogEvent {
    @Override
    public String type() {
      return "ELIGIBILITY_JUDGED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex(), "eligible", eligible);
    }
  }

  /** An adverse event was reported, or a report corrected. */
  record AdverseEventReported(Pseudonym participant, String event, int version)
      implements LogEvent {
    @Override
    public String type() {
      return "ADVERSE_EVENT";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex(), "event", event, "version", version);
    }
  }

  /** Something befell the trial itself: an amendment, a halt, another modification. */
  record TrialEventNoted(String event, String kind) implements LogEvent {
    @Override
    public String type() {
      return "TRIAL_EVENT";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("event", event, "kind", kind);
    }
  }

  /** Another version of the protocol is in force. */
  record ProtocolAmended(int version, Hash digest) implements LogEvent {
    @Override
    public String type() {
      return "PROTOCOL_AMENDED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("version", version, "digest", digest.hex());
    }
  }
}
