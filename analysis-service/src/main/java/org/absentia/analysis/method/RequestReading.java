package org.absentia.analysis.method;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request: the columns number by number, since they may be millions, and whatever else
 * there is as a tree.
 */
final class RequestReading {
  static final int MOST_CELLS = 5_000_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private final Faults faults = new Faults();
  private final ByteArrayOutputStream options = new ByteArrayOutputStream();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, String> known = new HashMap<>();
  private int cells;
  private boolean data;

  private RequestReading() {}

  /** Reads a body; faults of the data and of the common members are thrown at once. */
  static StatisticsRequest read(byte[] body) {
    RequestReading reading = new RequestReading();
    try {
      reading.stream(body);
    } catch (JsonProcessingException malformed) {
      throw JsonReader.malformed(malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return reading.request();
  }

  private StatisticsRequest request() {
    JsonReader in = JsonReader.of(JsonReader.parse(options.toByteArray()), faults);
    StatisticsRequest request =
        new StatisticsRequest(frame().orElse(new Frame(Map.of(), 0)), data, in);
    StatisticsRequest.throwIfAny(faults);
    return request;
  }

  private Optional<Frame> frame() {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    int rows = columns.values().iterator().next().size();
    columns.forEach(
        (name, column) -> {
          if (column.size() != rows) {
            faults.add(
                "/data/columns/" + escaped(name), "must be as long as the first column, " + rows);
          }
        });
    return faults.any() ? Optional.empty() : Optional.of(new Frame(columns, rows));
  }

  private void stream(byte[] body) throws IOException {
    try (JsonParser in = JSON.createParser(body);
        JsonGenerator rest = JSON.createGenerator(options)) {
      JsonToken first = in.nextToken();
      if (first == null) {
        return; // an empty body, of which the tree of the options says so
      }
      if (first != JsonToken.START_OBJECT) {
        rest.copyCurrentStructure(in);
        return;
      }
      rest.writeStartObject();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String member = in.currentName();
        in.nextToken();
        if (member.equals("data")) {
          data = true;
          data(in);
        } else {
          rest.writeFieldName(member);
          rest.copyCurrentStructure(in);
        }
      }
      rest.writeEndObject();
      if (in.nextToken() != null) {
        throw new JsonParseException(in, "something follows the document");
      }
    }
  }

  private void data(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      faults.add("/data", "must be an object");
      in.skipChildren();
      return;
    }
    boolean found = false;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String member = in.currentName();
      in.nextToken();
      if (member.equals("columns") && in.currentToken() == JsonToken.START_OBJECT) {
        found = true;
        columns(in);
      } else {
        faults.add("/data/" + escaped(member), "unknown member");
        in.skipChildren();
      }
    }
    if (!found) {
      faults.add("/data/columns", "must be an object with the columns");
    }
  }

  private void columns(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (in.currentToken() == JsonToken.START_ARRAY) {
        columns.put(name, column(in, "/data/columns/" + escaped(name)));
      } else {
        faults.add("/data/columns/" + escaped(name), "must be an array");
        in.skipChildren();
      }
    }
  }

  private Column column(JsonParser in, String pointer) throws IOException {
    Cells read = new Cells(pointer);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (++cells > MOST_CELLS) {
        faults.add("/data", "must hold at most " + MOST_CELLS + " cells");
        StatisticsRequest.throwIfAny(faults);
      }
      read.add(in);
    }
    return read.column();
  }

  /** The cells of a column: numbers until the first text, and only texts behind it. */
  private final class Cells {
    private final String pointer;
    private double[] numbers = new double[64];
    private @Nullable List<@Nullable String> texts;
    private boolean anyNumber;
    private int size;

    Cells(String pointer) {
      this.pointer = pointer;
    }

    void add(JsonParser in) throws IOException {
      switch (in.currentToken()) {
        case VALUE_NULL -> put(Double.NaN, null);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          anyNumber = true;
          double number = number(in, pointer + "/" + size);
          if (texts != null) {
            mixed(pointer, size);
          }
          put(number, null);
        }
        case VALUE_STRING -> addText(in.getText());
        default -> {
          faults.add(pointer + "/" + size, "must be a number, a text or null");
          in.skipChildren();
          put(Double.NaN, null);
        }
      }
    }

    private void addText(String text) {
      if (texts == null) {
        texts = new ArrayList<>(Collections.nCopies(size, null));
      }
      if (anyNumber) {
        mixed(pointer, size);
      }
      put(Double.NaN, shared(text));
    }

    private void put(double number, @Nullable String text) {
      numbers = size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
      numbers[size++] = number;
      if (texts != null) {
        texts.add(text);
      }
    }

    Column column() {
      return texts == null
          ? new Column.Numbers(Arrays.copyOf(numbers, size))
          : new Column.Texts(texts);
    }
  }

  private void mixed(String pointer, int place) {
    faults.add(pointer + "/" + place, "a column holds numbers or texts, not both");
    if (faults.list().size() > 100) {
      StatisticsRequest.throwIfAny(faults);
    }
  }

  private double number(JsonParser in, String pointer) throws IOException {
    double number = in.getDoubleValue();
    if (!Double.isFinite(number)) {
      faults.add(pointer, "is larger than a number of double precision");
    }
    return number;
  }

  /** Keeps one copy of each name of a category. */
  private String shared(String text) {
    String first = known.putIfAbsent(text, text);
    return first == null ? text : first;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
