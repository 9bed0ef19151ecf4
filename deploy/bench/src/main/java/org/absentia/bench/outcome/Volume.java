package org.absentia.bench.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.absentia.outcome.record.RecordVersion;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.record.RegistryRecord;

/** Collects what the registers write about one person: versions, corrections, cancellations. */
final class Volume {
  private static final int CORRECTED = 7;
  private static final int CANCELLED = 3;
  private static final int CANCELLED_AND_BACK = 1;
  private static final long DAY_SECONDS = 86_400;

  private final Chance chance;
  private final List<RegistryRecord> versions = new ArrayList<>();

  Volume(Chance chance) {
    this.chance = chance;
  }

  /** Writes a record on a day, some later again with other content, some cancelled. */
  void write(int day, Function<RecordVersion, RegistryRecord> drawn) {
    String id = chance.id();
    Instant issuedAt = issuedAt(day);
    versions.add(drawn.apply(new RecordVersion(id, 1, Status.ACTIVE, issuedAt)));
    if (chance.in(CORRECTED)) {
      Instant later = issuedAt(day + chance.between(0, 30));
      versions.add(drawn.apply(new RecordVersion(id, 2, Status.ACTIVE, later)));
    }
    if (chance.in(CANCELLED)) {
      Instant later = issuedAt(day + chance.between(30, 40));
      versions.add(drawn.apply(new RecordVersion(id, 3, Status.CANCELLED, later)));
    } else if (chance.in(CANCELLED_AND_BACK)) {
      versions.addFirst(drawn.apply(new RecordVersion(id, 5, Status.ACTIVE, issuedAt(day + 50))));
      versions.add(drawn.apply(new RecordVersion(id, 4, Status.CANCELLED, issuedAt(day + 45))));
    }
  }

  /** Whole days for one in ten, so that some are issued at once and the id decides. */
  private Instant issuedAt(int day) {
    long second = chance.in(10) ? 0 : chance.between(0, (int) DAY_SECONDS - 1);
    return Instant.ofEpochSecond(day * DAY_SECONDS + second);
  }

  List<RegistryRecord> versions() {
    return versions;
  }
}
