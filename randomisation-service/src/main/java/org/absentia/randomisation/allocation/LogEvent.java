package org.absentia.randomisation.allocation;

import java.util.Map;
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

  /** The server computed the stratum from answers that are locked from now on. */
  record StratumLocked(Pseudonym participant, String stratum) implements LogEvent {
    @Override
    public String type() {
      return "STRATUM_LOCKED";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("participant", participant.hash().hex(), "stratum", stratum);
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
}
