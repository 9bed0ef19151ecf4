package org.absentia.randomisation.db;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Weights;
import org.absentia.randomisation.questionnaire.WeightTables;

@Entity
@Table(name = "weight_table")
class WeightTableRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String instrument = "";
  String source = "";
  String weights = "";
  Instant suppliedAt = Instant.EPOCH;

  static WeightTableRow of(String trialId, String instrument, WeightTables.Supplied table) {
    WeightTableRow row = new WeightTableRow();
    row.id = Ids.next();
    row.trialId = trialId;
    row.instrument = instrument;
    row.source = table.source();
    row.weights = table.weights().byItem().toString();
    row.suppliedAt = table.suppliedAt();
    return row;
  }

  WeightTables.Supplied toSupplied() {
    List<List<BigDecimal>> byItem = new ArrayList<>();
    for (JsonNode item : JsonReader.parse(weights.getBytes(StandardCharsets.UTF_8))) {
      List<BigDecimal> values = new ArrayList<>();
      item.forEach(value -> values.add(value.decimalValue()));
      byItem.add(values);
    }
    return new WeightTables.Supplied(source, new Weights(byItem), suppliedAt);
  }
}
