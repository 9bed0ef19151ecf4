package org.absentia.outcome.computation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.absentia.outcome.computation.Fact.ParticipantEnrolled;
import org.absentia.outcome.computation.Fact.ParticipantWithdrawn;
import org.absentia.outcome.computation.Fact.RecordErased;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.computation.Fact.ReleaseEnded;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.outcome.json.Presets;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.RecordVersion;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Period;

/** Draws what can happen to one participant of a trial: all facts, each once, in natural order. */
public final class Histories {
  private static final String[] EMPLOYERS = {"911111111", "922222222", "933333333"};
  private static final LocalDate START = LocalDate.of(2019, 5, 20);

  private final SplittableRandom random;
  private final String trialId;
  private final UUID participantId;

  private Histories(SplittableRandom random, String trialId, UUID participantId) {
    this.random = random;
    this.trialId = trialId;
    this.participantId = participantId;
  }

  /** The facts of one participant. */
  public static List<Fact> draw(SplittableRandom random, String trialId, UUID participantId) {
    return new Histories(random, trialId, participantId).facts();
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (int version = 1; version <= random.nextInt(1, 3); version++) {
      facts.add(
          new TrialOpened(
              trialId,
              version,
              START.minusDays(100L - version).atStartOfDay().toInstant(ZoneOffset.UTC),
              Presets.all().get(random.nextInt(2))));
    }
    facts.add(
        new ParticipantEnrolled(
            participantId, trialId, START, START.atStartOfDay().toInstant(ZoneOffset.UTC)));
    List<RegistryRecord> records = new ArrayList<>();
    for (int i = 0; i < random.nextInt(12); i++) {
      String recordId = "r-" + i;
      int kind = random.nextInt(5);
      for (int version = 1; version <= random.nextInt(1, 4); version++) {
        records.add(record(kind, version(recordId, version)));
      }
    }
    records.forEach(record -> facts.add(new RecordReleased(participantId, trialId, record)));
    if (random.nextInt(4) == 0) {
      facts.addAll(withdrawal(records));
    }
    return facts;
  }

  private List<Fact> withdrawal(List<RegistryRecord> records) {
    WithdrawalLevel level =
        WithdrawalLevel.values()[random.nextInt(WithdrawalLevel.values().length)];
    LocalDate withdrawnOn = START.plusDays(random.nextInt(500));
    List<Fact> facts = new ArrayList<>();
    facts.add(new ParticipantWithdrawn(participantId, trialId, level, withdrawnOn));
    if (level.endsFollowUp()) {
      facts.add(
          new ReleaseEnded(
              participantId, trialId, withdrawnOn.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
    if (level == WithdrawalLevel.WITHDRAW_AND_ERASE) {
      records.forEach(
          record ->
              facts.add(
                  new RecordErased(participantId, record.recordId(), record.version().number())));
    }
    return facts;
  }

  private RecordVersion version(String recordId, long number) {
    return new RecordVersion(
        recordId,
        number,
        random.nextInt(6) == 0 ? Status.CANCELLED : Status.ACTIVE,
        Instant.parse("2018-01-01T00:00:00Z").plusSeconds(random.nextLong(63_000_000)));
  }

  private RegistryRecord record(int kind, RecordVersion version) {
    Period days = days();
    int grade = random.nextInt(101) * 100;
    return switch (kind) {
      case 0 ->
          new SickLeaveCertificate(version, employer(), Optional.empty(), List.of(certified(days)));
      case 1 -> new SickPay(version, employer(), List.of(settled(days, grade)));
      case 2 ->
          new WorkAssessmentAllowance(
              version, List.of(new WorkAssessmentAllowance.Entry(days, grade)));
      case 3 -> new DisabilityPension(version, List.of(new DisabilityPension.Entry(days, grade)));
      default ->
          new Employment(
              version,
              Optional.of(EMPLOYERS[random.nextInt(EMPLOYERS.length)]),
              Optional.of(Employment.Kind.ORDINARY),
              Optional.empty(),
              List.of(new Employment.Entry(days, grade)));
    };
  }

  private SickLeaveCertificate.Entry certified(Period days) {
    return switch (random.nextInt(3)) {
      case 0 -> new SickLeaveCertificate.Entry(days, SickLeaveCertificate.Kind.FULL, 0);
      case 1 ->
          new SickLeaveCertificate.Entry(
              days, SickLeaveCertificate.Kind.GRADED, random.nextInt(2_000, 9_901));
      default ->
          new SickLeaveCertificate.Entry(
              days, SickLeaveCertificate.Kind.TREATMENT_DAYS, random.nextInt(1, 6));
    };
  }

  private SickPay.Entry settled(Period days, int grade) {
    SickPay.Kind kind = SickPay.Kind.values()[random.nextInt(SickPay.Kind.values().length)];
    return new SickPay.Entry(days, kind, SickPay.Entry.hasGrade(kind) ? grade : 0);
  }

  private Optional<String> employer() {
    int drawn = random.nextInt(EMPLOYERS.length + 1);
    return drawn == EMPLOYERS.length ? Optional.empty() : Optional.of(EMPLOYERS[drawn]);
  }

  private Period days() {
    int from = Period.day(START) - 500 + random.nextInt(900);
    return random.nextInt(8) == 0
        ? new Period(from, Period.OPEN)
        : new Period(from, from + random.nextInt(120));
  }
}
