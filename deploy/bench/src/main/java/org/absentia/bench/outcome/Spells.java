package org.absentia.bench.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickLeaveCertificate.Kind;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.timeline.Period;

/** Draws spells of sick leave: certificate after certificate, most of them settled as sick pay. */
final class Spells {
  private static final int EMPLOYER_PERIOD_DAYS = 16;
  private static final int[] GRADES = {2_000, 4_000, 5_000, 5_000, 6_000, 8_000};

  private final Chance chance;
  private final Volume volume;
  private final List<String> employers;

  private Spells(Chance chance, Volume volume, List<String> employers) {
    this.chance = chance;
    this.volume = volume;
    this.employers = employers;
  }

  /**
   * Writes short spells in the 24 months before and the 12 months after, and the long one that made
   * the person a participant in about week seven; answers the last day of that one.
   */
  static int write(Chance chance, Volume volume, List<String> employers, int index) {
    Spells spells = new Spells(chance, volume, employers);
    int shortOnes = chance.oneOf(0, 0, 1, 1, 2, 3, 5);
    for (int i = 0; i < shortOnes; i++) {
      int from = index + chance.between(-730, 340);
      spells.spell(from, from + chance.spellDays(12));
    }
    int start = index - chance.between(40, 56);
    int end = index + chance.spellDays(80) - 10;
    spells.spell(start, end);
    return end;
  }

  private void spell(int from, int to) {
    Optional<String> employer = addressee();
    boolean paid = chance.in(80);
    int start = from;
    while (start <= to) {
      int end = Math.min(to, start + chance.between(13, 34));
      certificate(start, end, employer, start - from > 40);
      if (paid) {
        payment(start, end, employer, Math.max(start, from + EMPLOYER_PERIOD_DAYS));
      }
      start = end + 1 - chance.oneOf(0, 0, 0, 0, 3);
      if (end == to) {
        return;
      }
    }
  }

  /** Mostly the main employer, sometimes another, a stranger or nobody. */
  private Optional<String> addressee() {
    if (employers.isEmpty() || chance.in(8)) {
      return chance.in(50) ? Optional.empty() : Optional.of("900000001");
    }
    return Optional.of(
        chance.in(85)
            ? employers.getFirst()
            : employers.get(chance.between(1, 3) % employers.size()));
  }

  private void certificate(int from, int to, Optional<String> employer, boolean late) {
    volume.write(
        from - chance.oneOf(0, 0, 0, 2, -3),
        version ->
            new SickLeaveCertificate(
                version,
                employer,
                Optional.of(new SickLeaveCertificate.Diagnosis("ICPC2", "L03")),
                certified(from, to, late)));
  }

  private List<SickLeaveCertificate.Entry> certified(int from, int to, boolean late) {
    int change = from + chance.between(5, 14);
    if (chance.in(75) || change > to) {
      return List.of(late && chance.in(55) ? graded(from, to) : certified(from, to));
    }
    return List.of(certified(from, change - 1), graded(change, to));
  }

  private SickLeaveCertificate.Entry certified(int from, int to) {
    Kind kind = chance.in(94) ? Kind.FULL : Kind.values()[chance.oneOf(2, 3, 4)];
    int amount = kind == Kind.TREATMENT_DAYS ? chance.between(1, 5) : 0;
    return new SickLeaveCertificate.Entry(new Period(from, to), kind, amount);
  }

  private SickLeaveCertificate.Entry graded(int from, int to) {
    return new SickLeaveCertificate.Entry(new Period(from, to), Kind.GRADED, chance.oneOf(GRADES));
  }

  private void payment(int from, int to, Optional<String> employer, int paidFrom) {
    volume.write(
        to + chance.between(1, 20),
        version -> new SickPay(version, employer, settled(from, to, paidFrom)));
  }

  private List<SickPay.Entry> settled(int from, int to, int paidFrom) {
    List<SickPay.Entry> entries = new ArrayList<>();
    if (from < paidFrom) {
      entries.add(entry(from, Math.min(to, paidFrom - 1), SickPay.Kind.EMPLOYER_PERIOD, 10_000));
    }
    int start = Math.max(from, paidFrom);
    int timeOff = start + chance.between(3, 10);
    if (chance.in(8) && timeOff + 7 <= to) {
      entries.add(entry(start, timeOff - 1, SickPay.Kind.PAID, 10_000));
      entries.add(entry(timeOff, timeOff + 6, SickPay.Kind.VACATION, 0));
      start = timeOff + 7;
    }
    if (start <= to) {
      entries.add(rest(start, to));
    }
    return entries;
  }

  private SickPay.Entry rest(int from, int to) {
    if (chance.in(10)) {
      SickPay.Kind kind = SickPay.Kind.values()[chance.oneOf(2, 4, 5, 5, 6)];
      return entry(from, to, kind, 0);
    }
    return entry(from, to, SickPay.Kind.PAID, chance.in(70) ? 10_000 : chance.oneOf(GRADES));
  }

  private static SickPay.Entry entry(int from, int to, SickPay.Kind kind, int grade) {
    return new SickPay.Entry(new Period(from, to), kind, grade);
  }
}
