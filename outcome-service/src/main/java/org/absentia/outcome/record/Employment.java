package org.absentia.outcome.record;

import java.util.List;
import java.util.Optional;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.timeline.Period;

/**
 * An employment in the register of employers and employees.
 *
 * @param employer who employs; an active version says it when the kind has contracted hours
 * @param kind an active version says it
 * @param occupation kept because it is part of the version's content; the derivation ignores it
 */
public record Employment(
    RecordVersion version,
    Optional<String> employer,
    Optional<Kind> kind,
    Optional<String> occupation,
    List<Entry> periods)
    implements RegistryRecord {
  public Employment {
    periods = List.copyOf(periods);
    if (version.status() == Status.ACTIVE && kind.isEmpty()) {
      throw new IllegalArgumentException("an active employment has a kind");
    }
    if (version.status() == Status.ACTIVE && hasContractedHours(kind) && employer.isEmpty()) {
      throw new IllegalArgumentException("contracted hours need an employer");
    }
  }

  /** Tells whether hours are agreed, so that they can be lost. */
  public boolean hasContractedHours() {
    return hasContractedHours(kind);
  }

  private static boolean hasContractedHours(Optional<Kind> kind) {
    return kind.filter(Kind::hasContractedHours).isPresent();
  }

  /** Kinds of employment. */
  public enum Kind {
    ORDINARY,
    MARITIME,
    FREELANCE,
    SELF_EMPLOYED;

    /** Tells whether hours are agreed, so that they can be lost. */
    public boolean hasContractedHours() {
      return switch (this) {
        case ORDINARY, MARITIME -> true;
        case FREELANCE, SELF_EMPLOYED -> false;
      };
    }
  }

  /**
   * Days in a position.
   *
   * @param position share of a whole position in 10^-4
   */
  public record Entry(Period days, int position) implements RegistryRecord.Entry {
    public Entry {
      PerMyriad.checked(position);
    }
  }
}
