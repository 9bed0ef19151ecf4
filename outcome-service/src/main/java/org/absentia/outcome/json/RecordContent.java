package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a record says, readable or not, in a form in which equal content is equal: null is the
 * same as absent, 80 the same as 80.0, and one instant the same in every offset.
 */
record RecordContent(Map<String, Object> members) {
  /** What names a version of a record. */
  record Identity(String recordId, BigDecimal version) {
    /** The identity that a record gives itself, if it does. */
    static Optional<Identity> of(JsonNode record) {
      JsonNode recordId = record.path("recordId");
      JsonNode version = record.path("version");
      return recordId.isTextual() && version.isNumber()
          ? Optional.of(new Identity(recordId.textValue(), number(version)))
          : Optional.empty();
    }
  }

  static RecordContent of(JsonNode record) {
    Map<String, Object> members = members(record);
    members.computeIfPresent("issuedAt", (name, value) -> instant(value));
    return new RecordContent(members);
  }

  private static Map<String, Object> members(JsonNode object) {
    Map<String, Object> members = new HashMap<>();
    object
        .properties()
        .forEach(
            member -> {
              if (!member.getValue().isNull()) {
                members.put(member.getKey(), value(member.getValue()));
              }
            });
    return members;
  }

  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> members(node);
      case ARRAY -> elements(node);
      case NUMBER -> number(node);
      case STRING, BOOLEAN, BINARY, NULL, MISSING -> node;
    };
  }

  private static List<Object> elements(JsonNode array) {
    List<Object> elements = new ArrayList<>();
    array.forEach(element -> elements.add(value(element)));
    return elements;
  }

  private static BigDecimal number(JsonNode node) {
    return node.decimalValue().stripTrailingZeros();
  }

  private static Object instant(Object value) {
    if (value instanceof JsonNode node && node.isTextual()) {
      try {
        return OffsetDateTime.parse(node.textValue()).toInstant();
      } catch (DateTimeException malformed) {
        return value;
      }
    }
    return value;
  }
}
