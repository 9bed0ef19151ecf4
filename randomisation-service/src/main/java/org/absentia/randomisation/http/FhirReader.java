package org.absentia.randomisation.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Item;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.questionnaire.Submission;

/**
 * Reads a FHIR R5 QuestionnaireResponse. An item is named by its linkId, {@code
 * <instrument>.<number>} from 1; groups may be nested. Whatever is not understood is a fault, so
 * that no answer is lost in silence. Nobody is named in it: subject, author and source may refer
 * but not identify.
 */
final class FhirReader {
  private static final Set<String> STATUSES = Set.of("in-progress", "completed", "amended");
  private static final Set<String> NAMES_PERSON = Set.of("identifier", "display");

  private final Protocol protocol;
  private final Timepoint timepoint;
  private final Map<String, List<OptionalInt>> items = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  private FhirReader(Protocol protocol, Timepoint timepoint) {
    this.protocol = protocol;
    this.timepoint = timepoint;
  }

  static Submission read(JsonReader in, Protocol protocol, Timepoint timepoint) {
    return new FhirReader(protocol, timepoint).read(in);
  }

  private Submission read(JsonReader in) {
    in.noOthers(
        "resourceType",
        "id",
        "meta",
        "language",
        "text",
        "identifier",
        "basedOn",
        "partOf",
        "questionnaire",
        "status",
        "subject",
        "encounter",
        "authored",
        "author",
        "source",
        "extension",
        "item");
    if (!in.requiredText("resourceType").equals(FhirWriter.RESOURCE) && in.has("resourceType")) {
      in.fault("resourceType", "must be " + FhirWriter.RESOURCE);
    }
    if (!STATUSES.contains(in.requiredText("status")) && in.has("status")) {
      in.fault("status", "must be in-progress, completed or amended");
    }
    checkQuestionnaire(in);
    List.of("subject", "author", "source").forEach(name -> checkReference(in, name));
    Optional<LocalDate> authored = authored(in);
    Optional<String> reason = reason(in);
    items(in);
    Map<String, ItemAnswers> answers = new HashMap<>();
    items.forEach((name, values) -> answers.put(name, new ItemAnswers(values)));
    return Submission.ofStaff(answers, authored, reason);
  }

  private void checkQuestionnaire(JsonReader in) {
    String canonical = in.requiredText("questionnaire");
    if (canonical.startsWith(FhirWriter.QUESTIONNAIRE)
        && !canonical.equals(FhirWriter.questionnaire(protocol, timepoint))) {
      in.fault("questionnaire", "is that of another trial or timepoint");
    }
  }

  private static void checkReference(JsonReader in, String name) {
    in.object(name)
        .ifPresent(
            reference ->
                NAMES_PERSON.stream()
                    .filter(reference::has)
                    .sorted()
                    .forEach(
                        member -> reference.fault(member, "must not be there: it names a person")));
  }

  /** Takes the day as it is written; an offset must not move it. */
  private static Optional<LocalDate> authored(JsonReader in) {
    Optional<String> authored = in.text("authored");
    Optional<LocalDate> day = authored.flatMap(FhirReader::day);
    if (authored.isPresent() && day.isEmpty()) {
      in.fault("authored", "must be a day or an instant such as 2019-07-10T10:00:00+02:00");
    }
    return day;
  }

  private static Optional<LocalDate> day(String text) {
    if (!text.matches("(19|20|21)\\d\\d-\\d\\d-\\d\\d(T\\d\\d:\\d\\d.*)?")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, "2019-07-10".length())));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<String> reason(JsonReader in) {
    Optional<String> reason = Optional.empty();
    for (JsonReader extension : in.objects("extension")) {
      if (extension.requiredText("url").equals(FhirWriter.REASON)) {
        reason = QuestionnaireRequest.reason(extension, "valueString");
      } else {
        extension.fault("url", "is not known; the one extension here is " + FhirWriter.REASON);
      }
    }
    return reason;
  }

  private void items(JsonReader in) {
    in.objects("item").forEach(this::item);
  }

  private void item(JsonReader in) {
    in.noOthers("linkId", "definition", "text", "answer", "item", "id");
    String linkId = in.requiredText("linkId");
    if (in.has("linkId") && !seen.add(linkId)) {
      in.fault("linkId", "is there a second time");
    }
    List<JsonReader> answers = in.objects("answer");
    Optional<Place> place = place(linkId);
    if (place.isPresent()) {
      place.orElseThrow().answer(in, answers);
    } else if (!answers.isEmpty()) {
      in.fault("linkId", "is no item of an instrument at this timepoint: instrument, dot, number");
    } else if (!in.has("item")) {
      in.fault("linkId", "is neither an item of an instrument at this timepoint nor a group");
    }
    items(in);
    answers.forEach(this::items);
  }

  private Optional<Place> place(String linkId) {
    int dot = linkId.lastIndexOf('.');
    if (dot < 0 || !linkId.substring(dot + 1).matches("[1-9]\\d{0,2}")) {
      return Optional.empty();
    }
    String name = linkId.substring(0, dot);
    int position = Integer.parseInt(linkId.substring(dot + 1)) - 1;
    return QuestionnaireRequest.asked(protocol, timepoint)
        .apply(name)
        .filter(instrument -> position < instrument.items().size())
        .map(instrument -> new Place(instrument, position));
  }

  /** An item of an instrument. */
  private final class Place {
    private final Item item;
    private final int position;
    private final List<OptionalInt> values;

    Place(Instrument instrument, int position) {
      this.item = instrument.items().get(position);
      this.position = position;
      this.values =
          items.computeIfAbsent(
              instrument.name(),
              unseen ->
                  new ArrayList<>(
                      Collections.nCopies(instrument.items().size(), OptionalInt.empty())));
    }

    void answer(JsonReader in, List<JsonReader> answers) {
      if (answers.size() > 1) {
        in.fault("answer", "must be one");
      } else if (answers.size() == 1) {
        answer(answers.getFirst());
      }
    }

    private void answer(JsonReader in) {
      in.noOthers("valueInteger", "item", "id");
      JsonNode value = in.node().path("valueInteger");
      if (value.isIntegralNumber() && value.canConvertToInt() && item.admits(value.intValue())) {
        values.set(position, OptionalInt.of(value.intValue()));
      } else {
        in.fault(
            "valueInteger",
            "must be a whole number from %d to %d".formatted(item.minimum(), item.maximum()));
      }
    }
  }
}
