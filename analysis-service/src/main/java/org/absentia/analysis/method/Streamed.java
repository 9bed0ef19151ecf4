package org.absentia.analysis.method;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import org.absentia.statistics.data.Vector;

/**
 * Arrays as long as the data, written number by number from the columns of the engine: a tree of
 * nodes would take a hundred times the memory. Numbers that are not finite are null.
 */
final class Streamed {
  private Streamed() {}

  /** A member that each object has. */
  record Field(SerializedString name, Vector values, boolean whole) {
    static Field number(String name, Vector values) {
      return new Field(new SerializedString(name), values, false);
    }

    /** Of whole numbers, written without a point. */
    static Field count(String name, Vector values) {
      return new Field(new SerializedString(name), values, true);
    }
  }

  /** An array of numbers. */
  static JsonNode array(Vector values) {
    return node(
        out -> {
          out.writeStartArray();
          for (double value : values.array()) {
            write(out, value);
          }
          out.writeEndArray();
        });
  }

  /** An array of objects, one for each entry of the columns, which have one length. */
  static JsonNode objects(Field... columns) {
    List<Field> fields = List.of(columns);
    return node(
        out -> {
          out.writeStartArray();
          for (int i = 0; i < fields.getFirst().values.size(); i++) {
            out.writeStartObject();
            for (Field field : fields) {
              out.writeFieldName(field.name);
              if (field.whole) {
                out.writeNumber((long) field.values.at(i));
              } else {
                write(out, field.values.at(i));
              }
            }
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private static void write(JsonGenerator out, double value) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeNull();
    }
  }

  private interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  private static JsonNode node(Content content) {
    return JsonNodeFactory.instance.pojoNode(
        new JsonSerializable.Base() {
          @Override
          public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
            content.write(out);
          }

          @Override
          public void serializeWithType(
              JsonGenerator out, SerializerProvider provider, TypeSerializer type)
              throws IOException {
            content.write(out);
          }
        });
  }
}
