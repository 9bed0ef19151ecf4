package org.absentia.bench.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.outcome.timeline.Period;

/**
 * Makes the records of persons on sick leave: 24 months of history and 12 months of follow-up. The
 * first persons of a larger register are those of a smaller one with the same seed. Nothing here
 * knows how outcomes are derived.
 */
public final class SyntheticRegister {
  private static final LocalDate FIRST_INDEX_DATE = LocalDate.of(2022, 8, 1);

  private SyntheticRegister() {}

  public static List<Person> of(long seed, int persons) {
    return IntStream.range(0, persons).mapToObj(number -> person(seed, number)).toList();
  }

  private static Person person(long seed, int number) {
    Chance chance = Chance.of(seed, number);
    LocalDate indexDate = FIRST_INDEX_DATE.plusDays(chance.between(0, 500));
    int index = Period.day(indexDate);
    Volume volume = new Volume(chance);
    List<String> employers = Career.write(chance, volume, index);
    int lastSickDay = Spells.write(chance, volume, employers, index);
    LongTermBenefits.write(chance, volume, index, lastSickDay);
    return new Person(number, indexDate, volume.versions());
  }
}
