package org.absentia.randomisation.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.trial.CandidateList;
import org.absentia.randomisation.trial.NoteCandidateList;

/**
 * Recruits for an opened trial and notes, allocation by allocation, what recruiters, deliverers,
 * analysts and operators see: answers, growth of metrics, lines of the application's log.
 */
final class Recruitment implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final String ENROLMENT =
      """
      {"candidateId":"%s","consent":{"version":"1","givenOn":"2019-04-10"},
       "inclusionDate":"2019-04-10","answers":{"age":49,"items":%s}}
      """;

  private static final String SESSION =
      """
      {"component":"MI","heldOn":"2019-05-02","mode":"FACE_TO_FACE","minutes":41,"provider":"CW-3"}
      """;

  private final Caller caller;
  private final String trial;
  private final List<String> arms;
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  Recruitment(Caller caller, String trial, List<String> arms) {
    this.caller = caller;
    this.trial = trial;
    this.arms = arms;
  }

  /** Returns a sighting for each participant, by participant, in order of allocation. */
  Map<String, Sighting> recruit(int count, String items) {
    List<String> participants = enrol(count, items);
    Map<String, Sighting> sightings = new LinkedHashMap<>();
    Handler collector = collector();
    Logger.getLogger("").addHandler(collector);
    try {
      Map<String, Double> before = metrics();
      for (String participant : participants) {
        lines.clear();
        Map<String, Answer> answers = new LinkedHashMap<>();
        int arm = allocate(participant, answers);
        Map<String, Double> after = metrics();
        sightings.put(
            participant,
            new Sighting(
                arm,
                answers,
                new LinkedHashMap<>(Map.of("log lines", String.join("\n", lines))),
                grown(before, after)));
        before = after;
      }
    } finally {
      Logger.getLogger("").removeHandler(collector);
    }
    return sightings;
  }

  private List<String> enrol(int count, String items) {
    List<String> candidates =
        Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
    CDI.current()
        .select(NoteCandidateList.class)
        .get()
        .note(
            new CandidateList(
                UUID.randomUUID(), trial, "0101", LocalDate.of(2019, 4, 8), candidates));
    return candidates.stream()
        .map(candidate -> CompletableFuture.supplyAsync(() -> enrolled(candidate, items), clients))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private String enrolled(String candidate, String items) {
    Answer answer =
        caller.post(
            "recruiter",
            "/trials/" + trial + "/participants",
            ENROLMENT.formatted(candidate, items),
            candidate);
    assertThat(answer.status()).isEqualTo(201);
    return json(answer.body()).get("participantId").asText();
  }

  /**
   * Asks whatever can be asked about one participant, and returns the arm that the allocator saw.
   */
  private int allocate(String participant, Map<String, Answer> answers) {
    String path = "/trials/" + trial;
    String body = "{\"participantId\":\"" + participant + "\"}";
    String arm = path + "/participants/" + participant + "/allocation";
    String person = path + "/participants/" + participant;
    answers.put("receipt", caller.post("recruiter", path + "/allocations", body, participant));
    assertThat(answers.get("receipt").status()).isEqualTo(201);
    Map<String, Supplier<Answer>> questions = new LinkedHashMap<>();
    questions.put(
        "repetition", () -> caller.post("recruiter", path + "/allocations", body, participant));
    questions.put("conflict", () -> caller.post("recruiter", path + "/allocations", body, "other"));
    questions.put("refusal", () -> caller.get("recruiter", arm));
    questions.put("head", () -> caller.get("recruiter", path + "/head"));
    questions.put("consents", () -> caller.get("recruiter", person + "/consents"));
    questions.put("questionnaires", () -> caller.get("recruiter", person + "/questionnaires"));
    questions.put(
        "session", () -> caller.post("deliverer", person + "/sessions", SESSION, participant));
    ask(questions, answers);
    assertThat(Objects.requireNonNull(answers.get("session")).status()).isEqualTo(201);
    answers.put("sessions", caller.get("deliverer", person + "/sessions"));
    Answer shown = caller.get("allocator", arm);
    return arms.indexOf(json(shown.body()).get("arm").asText());
  }

  /** Asks at the same time what does not depend on each other, which halves the time. */
  private void ask(Map<String, Supplier<Answer>> questions, Map<String, Answer> answers) {
    Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
    questions.forEach(
        (name, question) -> asked.put(name, CompletableFuture.supplyAsync(question, clients)));
    asked.forEach((name, answer) -> answers.put(name, answer.join()));
  }

  private Map<String, Double> metrics() {
    Map<String, Double> values = new LinkedHashMap<>();
    caller
        .get("operator", "/q/metrics")
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int end = line.lastIndexOf(' ');
              values.merge(
                  name(line.substring(0, end)), Double.valueOf(line.substring(end)), Double::sum);
            });
    return values;
  }

  /** Calls are told apart by their labels; the many series of the clients inside are added up. */
  private static String name(String series) {
    return "metric " + (series.startsWith("http_") ? series : series.replaceFirst("\\{.*", ""));
  }

  private static Map<String, Double> grown(Map<String, Double> before, Map<String, Double> after) {
    Map<String, Double> grown = new LinkedHashMap<>();
    after.forEach(
        (name, value) -> {
          double growth = value - before.getOrDefault(name, 0.0);
          grown.put(name, name.contains("_seconds") ? Features.timeClass(growth * 1e9) : growth);
        });
    grown.put("metric lines", (double) (after.size() - before.size()));
    return grown;
  }

  private Handler collector() {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + line.getLoggerName() + " " + line.getMessage());
      }

      @Override
      public void flush() {
        // nothing is held back
      }

      @Override
      public void close() {
        // nothing to close
      }
    };
  }

  @Override
  public void close() {
    clients.close();
  }

  private static JsonNode json(String text) {
    return JsonReader.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
