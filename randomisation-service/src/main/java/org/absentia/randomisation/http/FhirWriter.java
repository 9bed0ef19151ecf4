package org.absentia.randomisation.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;
import org.absentia.randomisation.allocation.Timestamps;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.questionnaire.Questionnaire;

/** Writes answers as a FHIR R5 QuestionnaireResponse, which {@link FhirReader} reads back. */
final class FhirWriter {
  static final String MEDIA_TYPE = "application/fhir+json";
  static final String RESOURCE = "QuestionnaireResponse";
  static final String QUESTIONNAIRE = "urn:absentia:questionnaire:";
  static final String REASON = "urn:absentia:correction-reason";

  private FhirWriter() {}

  static String questionnaire(Protocol protocol, Timepoint timepoint) {
    return QUESTIONNAIRE + protocol.trial() + ":" + timepoint.name();
  }

  static ObjectNode write(Questionnaire questionnaire, Protocol protocol, Timepoint timepoint) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("resourceType", RESOURCE);
    json.put("id", questionnaire.id().toString());
    json.putObject("meta")
        .put("versionId", Integer.toString(questionnaire.version()))
        .put("lastUpdated", Timestamps.write(questionnaire.recordedAt()));
    questionnaire
        .reason()
        .ifPresent(
            reason ->
                json.putArray("extension")
                    .addObject()
                    .put("url", REASON)
                    .put("valueString", reason));
    json.put("questionnaire", questionnaire(protocol, timepoint));
    json.put("status", questionnaire.version() == 1 ? "completed" : "amended");
    json.putObject("subject").put("reference", "ResearchSubject/" + questionnaire.participantId());
    json.put("authored", questionnaire.answeredOn().toString());
    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
    for (Instrument instrument : protocol.asked(timepoint)) {
      ItemAnswers answers = questionnaire.items().get(instrument.name());
      if (answers != null) {
        write(groups.addObject(), instrument.name(), answers);
      }
    }
    if (!groups.isEmpty()) {
      json.set("item", groups);
    }
    return json;
  }

  private static void write(ObjectNode group, String instrument, ItemAnswers answers) {
    group.put("linkId", instrument);
    ArrayNode items = group.putArray("item");
    for (int i = 0; i < answers.values().size(); i++) {
      ObjectNode item = items.addObject().put("linkId", instrument + "." + (i + 1));
      OptionalInt answer = answers.values().get(i);
      if (answer.isPresent()) {
        item.putArray("answer").addObject().put("valueInteger", answer.getAsInt());
      }
    }
  }
}
