package org.absentia.outcome.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.absentia.outcome.Seeds;
import org.absentia.outcome.record.RecordVersion.Status;
import org.junit.jupiter.api.Test;

class HighestVersionsTest {
  private static final Comparator<RegistryRecord> BELIEF =
      Comparator.comparing((RegistryRecord record) -> record.version().issuedAt())
          .thenComparing(RegistryRecord::recordId)
          .reversed();

  @Test
  void the_arrays_agree_with_grouping_by_id_and_sorting() {
    Seeds.forSeeds(
        500,
        random -> {
          // Given
          List<RegistryRecord> versions = new ArrayList<>();
          for (int i = random.nextInt(40); i > 0; i--) {
            versions.add(drawn(random));
          }

          // When
          HighestVersions highest = new HighestVersions(versions.size());
          versions.forEach(each -> highest.add(each, each.version()));

          // Then: identity, since of two alike the first one counts
          assertThat(highest.mostBelievedFirst())
              .usingElementComparator((one, other) -> one == other ? 0 : 1)
              .isEqualTo(expected(versions));
        });
  }

  private static List<RegistryRecord> expected(List<RegistryRecord> versions) {
    return versions.stream()
        .collect(Collectors.groupingBy(RegistryRecord::recordId))
        .values()
        .stream()
        .map(HighestVersionsTest::highest)
        .filter(RegistryRecord::isActive)
        .sorted(BELIEF)
        .toList();
  }

  private static RegistryRecord highest(List<RegistryRecord> ofOneId) {
    RegistryRecord highest = ofOneId.getFirst();
    for (RegistryRecord each : ofOneId) {
      highest = each.version().number() > highest.version().number() ? each : highest;
    }
    return highest;
  }

  /** Ids of three letters, among them many of equal hash: Aa and BB have the same. */
  private static RegistryRecord drawn(SplittableRandom random) {
    String id = (random.nextBoolean() ? "Aa" : "BB") + (char) ('a' + random.nextInt(9));
    Status status = random.nextInt(5) == 0 ? Status.CANCELLED : Status.ACTIVE;
    Instant issuedAt = Instant.ofEpochSecond(random.nextInt(5));
    return new DisabilityPension(
        new RecordVersion(id, random.nextInt(4), status, issuedAt), List.of());
  }
}
