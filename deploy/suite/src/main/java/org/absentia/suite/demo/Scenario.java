package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.absentia.suite.world.Arm;
import org.absentia.suite.world.Message;
import org.absentia.suite.world.Person;
import org.absentia.suite.world.Response;
import org.absentia.suite.world.Scale;
import org.absentia.suite.world.Weeks;
import org.absentia.suite.world.World;

/**
 * The whole trial, week by week, from its opening to its tables. Running it again on the same data
 * goes on where it stopped and changes nothing that is done.
 */
final class Scenario {
  private static final int WEEKS_REPEATED = 3;
  private static final int PROGRESS_WEEKS = 10;
  private static final int FOLLOW_UP_STEP_DAYS = 28;

  private final Options options;
  private final Site site;
  private final Calls calls;
  private final Feed feed;
  private final Story story;
  private final Trial trial;
  private final World world;
  private final Register register;
  private final Lists lists;
  private final Enrolment enrolment;
  private final Backlog backlog = new Backlog();
  private final List<String> complaints = new ArrayList<>();

  Scenario(Options options, Site site, Calls calls, Feed feed, Story story) {
    this.options = options;
    this.site = site;
    this.calls = calls;
    this.feed = feed;
    this.story = story;
    this.trial = Trial.of(calls, options.trial(), options.scale());
    this.world = World.of(options.seed(), options.scale(), trial.offices());
    this.register = new Register(world);
    this.lists = new Lists(calls, trial, world, register);
    this.enrolment = new Enrolment(calls, trial, register);
  }

  /** Run everything; answer what did not hold, nothing if all did. */
  List<String> run() {
    Diary diary = openTrial();
    story.step("NAV's own samples and faulty messages");
    Samples samples = new Samples(feed, story);
    int otherPayments = samples.pushPublished();
    samples.pushFaulty();
    recruit(diary);
    List<Person> leaving = withdraw();
    followUp();
    story.step("Waiting until everything has arrived");
    Scale scale = world.scale();
    new Arrival(calls, trial, scale, story)
        .await(
            paymentsOfTheWorld() + otherPayments,
            scale.listed(),
            Weeks.lists().size() * trial.offices().size());
    compareWithTruth(leaving);
    analyse(diary);
    prove();
    return complaints;
  }

  private void prove() {
    story.step("Opening the bundle and verifying every allocation without the services");
    Proof.Verdict verdict = new Proof(calls, site, trial).verdict();
    verdict.lines().forEach(line -> story.line("%s", line));
    story.line("./absentia verify %s", verdict.file());
    if (!verdict.held()) {
      complaints.add("the verifier found faults in the bundle");
    }
  }

  private Diary openTrial() {
    story.step("Opening the trial");
    Reply known =
        calls.get(Service.RANDOMISATION_SERVICE, Roles.STATISTICIAN, "/trials/" + trial.id());
    JsonNode opened;
    if (known.is(200)) {
      opened = known.body();
    } else {
      opened =
          calls
              .post(Service.RANDOMISATION_SERVICE, Roles.STATISTICIAN, "/trials", trial.protocol())
              .expecting(200, 201);
    }
    String commitment = opened.path("commitment").asText();
    Diary diary =
        Diary.of(site.home(), trial.id(), commitment)
            .orElseGet(
                () -> {
                  if (known.is(200) && participantsKnown()) {
                    throw new DemoFailure(
                        "there is a trial %s here that this demo did not make; start empty with --fresh"
                            .formatted(trial.id()));
                  }
                  return Diary.begun(
                      site.home(), trial.id(), options.seed(), world.scale().name(), commitment);
                });
    if (diary.seed() != options.seed() || !diary.scale().equals(world.scale().name())) {
      throw new DemoFailure(
          "the data here were made with --seed %d --scale %s; use these, or start empty with --fresh"
              .formatted(diary.seed(), diary.scale()));
    }
    story.line(
        "trial %s, %d slots per stratum, commitment %s",
        trial.id(),
        trial.protocol().path("randomisation").path("slotsPerStratum").asInt(),
        commitment.substring(0, Math.min(16, commitment.length())));
    return diary;
  }

  private boolean participantsKnown() {
    return !Pages.all(
            calls,
            Service.RANDOMISATION_SERVICE,
            Roles.RECRUITER,
            trial.path("participants"),
            "participants",
            "after")
        .isEmpty();
  }

  private void recruit(Diary diary) {
    story.step(
        "Recruitment, April 2019 to October 2020, at " + trial.offices().size() + " offices");
    for (Person person : world.persons()) {
      backlog.add(world.settledMessages(person));
      if (!(person.response() instanceof Response.Consented)) {
        backlog.add(world.followingMessages(person, Arm.USUAL_CARE));
      }
    }
    List<LocalDate> mondays = Weeks.lists();
    int first = resume(diary, mondays);
    for (int week = first; week < mondays.size(); week++) {
      LocalDate monday = mondays.get(week);
      feed.push(backlog.arrivedBy(monday));
      lists.week(monday);
      for (Person person : consenting(monday)) {
        enrolment.expect(person);
      }
      LocalDate next =
          week + 1 < mondays.size() ? mondays.get(week + 1) : Weeks.LAST_INCLUSION.plusDays(30);
      for (Person person : enrolment.before(next)) {
        backlog.add(world.followingMessages(person, armOf(person)));
      }
      diary.weekDone(week + 1, register.candidates(), register.participants());
      progress(week, monday, mondays.size());
    }
    tellRecruitment(mondays.size(), first);
  }

  /**
   * Take up what the diary knows; the last weeks are done again, since the interruption may have
   * cut them.
   */
  private int resume(Diary diary, List<LocalDate> mondays) {
    int first = Math.max(0, diary.weeks() - WEEKS_REPEATED);
    if (diary.weeks() == 0) {
      return 0;
    }
    story.line("going on in week %d of %d", diary.weeks(), mondays.size());
    diary.listed().forEach((number, id) -> register.listed(register.numbered(number), id));
    diary.participants().forEach((number, id) -> register.enrolled(register.numbered(number), id));
    LocalDate again = mondays.get(first);
    List<Person> before = new ArrayList<>();
    Set<Integer> repeated = new HashSet<>();
    for (int week = 0; week < first; week++) {
      for (Person person : consenting(mondays.get(week))) {
        if (person.turningPoint().plusDays(FOLLOW_UP_STEP_DAYS / 4).isBefore(again)
            && diary.participants().containsKey(person.number())) {
          before.add(person);
        } else {
          repeated.add(person.number());
          enrolment.expect(person);
        }
      }
    }
    enrolment.readArms(before);
    before.forEach(person -> backlog.add(world.followingMessages(person, armOf(person))));
    if (first > 0) {
      backlog.arrivedBy(mondays.get(first - 1));
    }
    return first;
  }

  private List<Person> consenting(LocalDate monday) {
    return world.persons().stream()
        .filter(person -> person.response() instanceof Response.Consented)
        .filter(person -> person.listDate().equals(monday))
        .toList();
  }

  private Arm armOf(Person person) {
    Arm arm = register.arms().get(person);
    if (arm == null) {
      throw new DemoFailure("nobody read the arm of person " + person.number());
    }
    return arm;
  }

  private void progress(int week, LocalDate monday, int weeks) {
    story.progress(
        (week + 1) % PROGRESS_WEEKS == 0,
        "%s  week %2d of %d: %d records, %d listed, %d enrolled  %s",
        monday,
        week + 1,
        weeks,
        feed.tally().sentInAll(),
        register.candidates().size(),
        register.participants().size(),
        story.elapsed());
  }

  private void tellRecruitment(int weeks, int first) {
    int enrolled = register.participants().size();
    int allocated = register.arms().size();
    story.line("messages sent: %s", feed.tally().sent());
    story.line(
        "answers: %d stored, %d unchanged, %d rejected",
        feed.tally().of("stored"), feed.tally().of("unchanged"), feed.tally().of("rejected"));
    story.line("candidates listed: %d in %d weeks", register.candidates().size(), weeks);
    story.line("not eligible in week seven: %s", lists.notEligible());
    story.line("contacts: %s", lists.contacts());
    story.line(
        "enrolled %d, allocated %d (allocations refused while items were missing: %d)",
        enrolled, allocated, enrolment.refusedIncomplete());
    hold(lists.missed() == 0, lists.missed() + " persons were missed by the lists");
    hold(lists.unexpected() == 0, lists.unexpected() + " persons were listed who should not be");
    hold(feed.tally().of("rejected") == 0, "messages of the world were rejected");
    hold(
        register.candidates().size() == world.scale().listed(),
        "listed are %d, not %d".formatted(register.candidates().size(), world.scale().listed()));
    hold(
        enrolled == world.scale().enrolled() && allocated == enrolled,
        "enrolled are %d and allocated %d, not %d"
            .formatted(enrolled, allocated, world.scale().enrolled()));
    hold(
        first > 0 || lists.listed() == world.scale().listed(),
        "the lists of all weeks name " + lists.listed());
  }

  private List<Person> withdraw() {
    story.step("Withdrawals");
    List<Person> leaving = Withdrawals.leaving(world, register);
    Withdrawals.withdraw(calls, trial, register, leaving);
    story.line("%d participants withdrew; their records are no longer released", leaving.size());
    hold(
        leaving.size() == world.scale().withdrawn().total(),
        "withdrew " + leaving.size() + ", not " + world.scale().withdrawn().total());
    return leaving;
  }

  private void followUp() {
    story.step("Six months of follow-up");
    long before = feed.tally().sentInAll();
    while (!backlog.isEmpty()) {
      LocalDate until = backlog.next().plusDays(FOLLOW_UP_STEP_DAYS);
      feed.push(backlog.arrivedBy(until));
      story.progress(
          false, "%s: %d records  %s", until, feed.tally().sentInAll() - before, story.elapsed());
    }
    story.line(
        "%d more records, the late and the corrected among them",
        feed.tally().sentInAll() - before);
    hold(feed.tally().of("rejected") == 0, "messages of the world were rejected");
  }

  /** Count payments and annulments of everyone under the arms that were read. */
  private long paymentsOfTheWorld() {
    Map<Person, Arm> arms = register.arms();
    return world.persons().stream()
        .mapToLong(
            person ->
                payments(world.settledMessages(person))
                    + payments(
                        world.followingMessages(person, arms.getOrDefault(person, Arm.USUAL_CARE))))
        .sum();
  }

  private static long payments(List<Message> messages) {
    return messages.stream()
        .filter(
            message -> message instanceof Message.Payment || message instanceof Message.Annulment)
        .count();
  }

  private void compareWithTruth(List<Person> leaving) {
    story.step("Outcomes against the truth of the world");
    Truth.Verdict verdict = Truth.of(calls, trial, world, register, leaving);
    story.line(
        "%d of %d outcomes equal the workdays truly lost",
        verdict.agreeing(), verdict.agreeing() + verdict.differing());
    hold(verdict.differing() == 0, verdict.firstDifference());
    hold(
        verdict.agreeing() == world.scale().analysed(),
        "analysed are %d, not %d".formatted(verdict.agreeing(), world.scale().analysed()));
  }

  private void analyse(Diary diary) {
    story.step("Data lock and masked analysis");
    Findings findings = new Findings(calls, site, trial, diary);
    JsonNode dataset = findings.locked();
    story.line(
        "locked %d rows, hash %s", dataset.path("rows").asInt(), dataset.path("hash").asText());
    String runId = findings.analysed(options.seed());
    findings.showTables(runId, story);
    story.line("");
    story.line("report: %s", findings.report(runId));
  }

  private void hold(boolean held, String otherwise) {
    if (!held) {
      complaints.add(otherwise);
      story.line("NOT AS IT SHOULD BE: %s", otherwise);
    }
  }
}
