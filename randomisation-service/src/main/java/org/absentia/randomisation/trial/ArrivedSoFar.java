package org.absentia.randomisation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.scheme.ArrivalCursor;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Minimisation;
import org.jspecify.annotations.Nullable;

/**
 * Who arrived in a trial of minimisation, read from its log as a verifier reads it. The log is the
 * only memory: it names no person, and what this process holds is checked against its chain, so
 * that neither a transaction that failed nor another process can mislead it.
 */
@ApplicationScoped
class ArrivedSoFar {
  private static final int PAGE = 5_000;

  private final TrialLog log;
  private final Map<String, Followed> trials = new ConcurrentHashMap<>();

  ArrivedSoFar(TrialLog log) {
    this.log = log;
  }

  /** Draws under the lock of the log. */
  int draw(Concealment concealment, Minimisation scheme, int slot, Map<String, String> levels) {
    return trials
        .compute(
            concealment.design().trial(), (trial, known) -> current(known, concealment, scheme))
        .cursor
        .draw(slot, levels);
  }

  private Followed current(@Nullable Followed known, Concealment concealment, Minimisation scheme) {
    if (known != null && known.catchUp(log)) {
      return known;
    }
    Followed anew = new Followed(concealment, scheme);
    if (!anew.catchUp(log)) {
      throw new IllegalStateException("the log is not one chain");
    }
    return anew;
  }

  private static final class Followed {
    private final String trial;
    private final List<String> factors;
    private final ArrivalCursor cursor;
    private final Map<String, Map<String, String>> locked = new HashMap<>();
    private long read;
    private Hash last = Hash.ZERO;

    Followed(Concealment concealment, Minimisation scheme) {
      Design design = concealment.design();
      this.trial = design.trial();
      this.factors = scheme.factors();
      this.cursor =
          new ArrivalCursor(scheme, design.stream(concealment.key(), Design.ALL_PARTICIPANTS));
    }

    /** Reads what the log says by now; false when it contradicts what was read or drawn. */
    boolean catchUp(TrialLog log) {
      if (read > 0 && !unchanged(log.entries(trial, read - 1, 1))) {
        return false;
      }
      List<LogEntry> page;
      do {
        page = log.entries(trial, read, PAGE);
        for (LogEntry entry : page) {
          if (!take(entry)) {
            return false;
          }
        }
      } while (page.size() == PAGE);
      return !cursor.isAhead();
    }

    private boolean unchanged(List<LogEntry> lastRead) {
      return lastRead.size() == 1 && lastRead.getFirst().hash().equals(last);
    }

    private boolean take(LogEntry entry) {
      read = entry.seq() + 1;
      last = entry.hash();
      return switch (entry.type()) {
        case "STRATUM_LOCKED" -> {
          JsonNode members = members(entry);
          locked.put(members.path("participant").asText(), levels(members.path("factors")));
          yield true;
        }
        case "SLOT_TAKEN" -> {
          JsonNode members = members(entry);
          Map<String, String> levels = locked.remove(members.path("participant").asText());
          yield levels == null
              || !levels.keySet().containsAll(factors)
              || cursor.follow(members.path("slot").asInt(), levels);
        }
        default -> true;
      };
    }

    private static JsonNode members(LogEntry entry) {
      return JsonReader.parse(entry.canonical().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> levels(JsonNode factors) {
      Map<String, String> levels = new HashMap<>();
      factors.properties().forEach(level -> levels.put(level.getKey(), level.getValue().asText()));
      return levels;
    }
  }
}
