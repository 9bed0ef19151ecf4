package org.absentia.randomisation.approval;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something that one person must not do alone. */
public sealed interface Action {
  /** Names the action in requests, in the database and in the log. */
  enum Kind {
    OPEN_BUNDLE,
    START_EPOCH,
    VOID_SLOT,
    OPEN_CODE,
    CONTINGENCY_PACK,
    EXPORT_LIST,
    ALLOW_EXTERNAL,
    AMEND_PROTOCOL,
    UNMASK
  }

  Kind kind();

  /** Returns what the action needs to know, as plain values of canonical JSON. */
  Map<String, Object> settings();

  /** Opens key, salts and shares, so that everybody can check every allocation. */
  record OpenBundle() implements Action {
    @Override
    public Kind kind() {
      return Kind.OPEN_BUNDLE;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of();
    }
  }

  /** Gives the slots of a stratum that nobody took yet other weights. */
  record StartEpoch(String stratum, List<Long> weights) implements Action {
    public StartEpoch {
      weights = List.copyOf(weights);
    }

    @Override
    public Kind kind() {
      return Kind.START_EPOCH;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("stratum", stratum, "weights", weights);
    }
  }

  /** Uses up the next slot of a stratum without a participant. */
  record VoidSlot(String stratum) implements Action {
    @Override
    public Kind kind() {
      return Kind.VOID_SLOT;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("stratum", stratum);
    }
  }

  /** Hands out the next slots of each stratum, sealed, for the time when the system fails. */
  record ContingencyPack(int slots) implements Action {
    @Override
    public Kind kind() {
      return Kind.CONTINGENCY_PACK;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("slots", slots);
    }
  }

  /** Shows the arms of the next slots of each stratum, so that another system allocates by them. */
  record ExportList(int slots) implements Action {
    @Override
    public Kind kind() {
      return Kind.EXPORT_LIST;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("slots", slots);
    }
  }

  /** Lets another system ask for slots and read their arms. */
  record AllowExternal() implements Action {
    @Override
    public Kind kind() {
      return Kind.ALLOW_EXTERNAL;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of();
    }
  }

  /** Shows the arm of one participant to the person who proposed it. */
  record OpenCode(UUID participantId) implements Action {
    @Override
    public Kind kind() {
      return Kind.OPEN_CODE;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("participantId", participantId.toString());
    }
  }

  /** Puts another version of the protocol in force. */
  record AmendProtocol(UUID documentId, String digest) implements Action {
    @Override
    public Kind kind() {
      return Kind.AMEND_PROTOCOL;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("documentId", documentId.toString(), "digest", digest);
    }
  }

  /** Tells which arm each letter of a locked dataset stands for, and what follows from the arms. */
  record Unmask(String datasetId) implements Action {
    @Override
    public Kind kind() {
      return Kind.UNMASK;
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("datasetId", datasetId);
    }
  }
}
