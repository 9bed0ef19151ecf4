package org.absentia.randomisation.leak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.kafka.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Adds to the sightings what auditors, recruiters, analysts and the other services see later: the
 * log, lists with their order, and each event with its place on its topic.
 */
final class Aftermath {
  private static final int PAGE = 1_000;

  private final Caller caller;
  private final String trial;
  private final Map<String, Sighting> sightings;

  Aftermath(Caller caller, String trial, Map<String, Sighting> sightings) {
    this.caller = caller;
    this.trial = trial;
    this.sightings = sightings;
  }

  void see() {
    log();
    lists();
    events("randomisation.participant-enrolled.v1");
    events("randomisation.baseline-recorded.v1");
    events("randomisation.allocation-masked.v1");
  }

  private void log() {
    List<JsonNode> log = new ArrayList<>();
    for (String next = "0"; !next.equals("null"); ) {
      JsonNode page =
          json(
              caller
                  .get("auditor", "/trials/%s/log?limit=%d&from=%s".formatted(trial, PAGE, next))
                  .body());
      page.get("entries").forEach(log::add);
      next = page.get("next").asText();
    }
    Map<String, String> participantOfLeaf = new HashMap<>();
    sightings.forEach(
        (participant, sighting) ->
            participantOfLeaf.put(
                json(sighting.answer("receipt").body()).get("leaf").asText(), participant));
    Map<String, Sighting> byPseudonym = new HashMap<>();
    for (JsonNode logged : log) {
      if (logged.at("/entry/type").asText().equals("SLOT_TAKEN")) {
        byPseudonym.put(
            logged.at("/entry/participant").asText(),
            sightings.get(participantOfLeaf.get(logged.at("/entry/leaf").asText())));
      }
    }
    for (JsonNode logged : log) {
      Sighting sighting = byPseudonym.get(logged.at("/entry/participant").asText());
      if (sighting != null) {
        sighting.texts().put("log " + logged.at("/entry/type").asText(), logged.toString());
      }
    }
  }

  private void lists() {
    Map<String, Sighting> ofCandidate = new HashMap<>();
    pages(
        "recruiter",
        "participants",
        "participants",
        (entry, place) -> {
          Sighting sighting = of(entry);
          ofCandidate.put(entry.get("candidateId").asText(), sighting);
          note(sighting, "list", place, entry);
        });
    pages(
        "recruiter",
        "screening-log",
        "entries",
        (entry, place) ->
            note(
                Objects.requireNonNull(ofCandidate.get(entry.get("candidateId").asText())),
                "screening " + entry.get("step").asText(),
                place,
                entry));
    pages(
        "analyst",
        "calendar",
        "participants",
        (entry, place) -> note(of(entry), "calendar", place, entry));
    pages(
        "recruiter",
        "due-questionnaires",
        "questionnaires",
        (entry, place) -> note(of(entry), "due " + entry.get("timepoint").asText(), place, entry));
  }

  private static void note(Sighting sighting, String name, int place, JsonNode entry) {
    sighting.texts().put(name, entry.toString());
    sighting.numbers().put(name + " place", (double) place);
  }

  private void pages(String role, String path, String member, ObjIntConsumer<JsonNode> reader) {
    String after = "";
    int place = 0;
    while (!after.equals("&after=null")) {
      JsonNode page =
          json(
              caller
                  .get(role, "/trials/%s/%s?limit=%d%s".formatted(trial, path, PAGE, after))
                  .body());
      for (JsonNode entry : page.get(member)) {
        reader.accept(entry, place++);
      }
      after = "&after=" + page.get("next").asText();
    }
  }

  private void events(String topic) {
    List<ConsumerRecord<String, String>> events =
        new ArrayList<>(
            Topics.await(
                topic,
                sightings.size(),
                event -> event.value() != null && event.value().contains(trial)));
    events.sort(
        Comparator.<ConsumerRecord<String, String>>comparingLong(ConsumerRecord::timestamp)
            .thenComparing(ConsumerRecord::partition)
            .thenComparing(ConsumerRecord::offset));
    for (int place = 0; place < events.size(); place++) {
      ConsumerRecord<String, String> event = events.get(place);
      JsonNode value = json(event.value());
      Sighting sighting = of(value);
      // analysts are given the label on purpose; a permutation hides which arm it means
      ((ObjectNode) value).remove("label");
      sighting.texts().put(topic, value.toString());
      sighting.texts().put(topic + " headers", headers(event).toString());
      numbers(topic, event, place, sighting.numbers());
    }
  }

  private Sighting of(JsonNode participant) {
    String id = participant.get("participantId").asText();
    return Objects.requireNonNull(sightings.get(id), id);
  }

  private static void numbers(
      String topic, ConsumerRecord<String, String> event, int place, Map<String, Double> numbers) {
    long told = Instant.parse(Topics.header(event, "ce_time")).toEpochMilli();
    numbers.put(topic + " place", (double) place);
    numbers.put(topic + " partition", (double) event.partition());
    numbers.put(topic + " offset", (double) event.offset());
    numbers.put(topic + " key length", (double) event.key().length());
    numbers.put(topic + " value length", (double) event.value().length());
    numbers.put(topic + " delay", Features.timeClass((event.timestamp() - told) * 1e6));
  }

  private static ObjectNode headers(ConsumerRecord<String, String> event) {
    ObjectNode headers = (ObjectNode) json("{}");
    event
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  private static JsonNode json(String text) {
    return JsonReader.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
