package org.absentia.analysis.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.run.Table1;

/**
 * Canonical JSON: members and map keys by name, no spaces, {@code NaN} as null, numbers rounded to
 * twelve significant digits. The rounding takes away the last bits in which the mathematical
 * functions of two processors may differ.
 */
@ApplicationScoped
public class CanonicalJson implements Canonical {

  private static final MathContext DIGITS = new MathContext(12);

  private final JsonMapper mapper = newMapper();

  @Override
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a record could not be written", bug);
    }
  }

  @Override
  public <T> T read(String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("a stored text is not a " + type.getSimpleName(), corrupt);
    }
  }

  @Override
  public <T> Map<String, T> readMap(String text, Class<T> type) {
    try {
      return mapper.readValue(
          text, mapper.getTypeFactory().constructMapType(Map.class, String.class, type));
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("a stored text is not an object", corrupt);
    }
  }

  private static JsonMapper newMapper() {
    SimpleModule numbers =
        new SimpleModule("numbers")
            .addSerializer(Double.class, new NumberWriter())
            .addSerializer(double.class, new NumberWriter())
            .addDeserializer(double.class, new NumberReader())
            .addSerializer(Value.class, new ValueWriter())
            .addDeserializer(Value.class, new ValueReader());
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), new JavaTimeModule(), numbers)
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .addMixIn(Table1.Cell.class, Cells.class)
        .build();
  }

  /** Tells the cells of Table 1 apart by their members. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({
    @JsonSubTypes.Type(Table1.MedianIqr.class),
    @JsonSubTypes.Type(Table1.MeanSd.class),
    @JsonSubTypes.Type(Table1.Share.class)
  })
  private interface Cells {}

  /** Return the shortest text of a number rounded to twelve digits. */
  static String text(double number) {
    BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    int magnitude = rounded.precision() - rounded.scale();
    boolean plain = magnitude > -6 && magnitude <= 21;
    return rounded.signum() == 0 ? "0" : plain ? rounded.toPlainString() : rounded.toString();
  }

  private static final class NumberWriter extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    NumberWriter() {
      super(Double.class);
    }

    @Override
    public void serialize(Double number, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(number)) {
        out.writeNumber(text(number));
      } else {
        out.writeNull();
      }
    }
  }

  private static final class NumberReader extends StdDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    NumberReader() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }

  private static final class ValueWriter extends StdSerializer<Value> {
    private static final long serialVersionUID = 1L;

    ValueWriter() {
      super(Value.class);
    }

    @Override
    public void serialize(Value value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      switch (value) {
        case Value.Number number -> out.writeNumber(text(number.value()));
        case Value.Text text -> out.writeString(text.value());
      }
    }
  }

  private static final class ValueReader extends StdDeserializer<Value> {
    private static final long serialVersionUID = 1L;

    ValueReader() {
      super(Value.class);
    }

    @Override
    public Value deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.currentToken() == JsonToken.VALUE_STRING
          ? new Value.Text(in.getText())
          : new Value.Number(in.getDoubleValue());
    }
  }
}
