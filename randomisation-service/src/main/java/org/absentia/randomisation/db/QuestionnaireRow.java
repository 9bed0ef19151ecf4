package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.ItemsReader;
import org.absentia.randomisation.questionnaire.Questionnaire;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.trial.Trial;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "questionnaire")
class QuestionnaireRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  UUID participantId = new UUID(0, 0);
  String trialId = "";
  String timepoint = "";
  int version;
  String items = "";
  int answeredItems;
  LocalDate answeredOn = LocalDate.EPOCH;
  @Nullable String reason;
  String author = "";
  Instant recordedAt = Instant.EPOCH;

  static QuestionnaireRow of(Questionnaire questionnaire) {
    QuestionnaireRow row = new QuestionnaireRow();
    row.id = questionnaire.id();
    row.participantId = questionnaire.participantId();
    row.trialId = questionnaire.trialId();
    row.timepoint = questionnaire.timepoint();
    row.version = questionnaire.version();
    row.items = CanonicalJson.write(Answers.plain(questionnaire.items()));
    row.answeredItems = questionnaire.answered();
    row.answeredOn = questionnaire.answeredOn();
    row.reason = questionnaire.reason().orElse(null);
    row.author = questionnaire.author().name();
    row.recordedAt = questionnaire.recordedAt();
    return row;
  }

  Questionnaire toQuestionnaire(Trial trial) {
    return new Questionnaire(
        id,
        participantId,
        trialId,
        timepoint,
        version,
        items(trial),
        answeredOn,
        Optional.ofNullable(reason),
        Questionnaire.Author.valueOf(author),
        recordedAt);
  }

  private Map<String, ItemAnswers> items(Trial trial) {
    Faults faults = new Faults();
    Map<String, ItemAnswers> read =
        ItemsReader.read(
            JsonReader.of(JsonReader.parse(items.getBytes(StandardCharsets.UTF_8)), faults),
            trial.protocol()::instrument);
    if (faults.any()) {
      throw new IllegalStateException("stored answers no longer fit the trial's protocol");
    }
    return read;
  }
}
