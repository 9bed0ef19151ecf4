package org.absentia.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.platform.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Hands JSON to the readers as maps, lists, texts, BigDecimals and booleans. */
public final class JsonTree {
  private JsonTree() {}

  /** The tree of a parsed document. */
  public static @Nullable Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        yield members;
      }
      case ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>(node.size());
        node.forEach(element -> elements.add(of(element)));
        yield elements;
      }
      case STRING -> node.textValue();
      case NUMBER -> node.decimalValue();
      case BOOLEAN -> node.booleanValue();
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  /** The tree of a document that this service wrote itself. */
  public static Map<?, ?> ofStored(String json) {
    Object tree = of(JsonReader.parse(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    if (tree instanceof Map<?, ?> object) {
      return object;
    }
    throw new IllegalStateException("stored JSON is no object");
  }
}
