package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.absentia.outcome.computation.OutcomeVersion.Input;
import org.absentia.platform.json.JsonReader;

/** The record versions that an outcome was derived from. */
public final class InputsJson {
  private InputsJson() {}

  /** Writes inputs in their order. */
  public static String write(List<Input> inputs) {
    return node(inputs).toString();
  }

  static ArrayNode node(List<Input> inputs) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    inputs.forEach(
        input -> out.addObject().put("recordId", input.recordId()).put("version", input.version()));
    return out;
  }

  /** Reads what {@link #write} wrote. */
  public static List<Input> read(String text) {
    return StoredJson.read(
        "{\"inputs\":" + text + "}",
        in -> in.objects("inputs").stream().map(InputsJson::read).toList());
  }

  static Input read(JsonReader in) {
    return new Input(in.requiredText("recordId"), in.longInteger("version").orElseThrow());
  }
}
