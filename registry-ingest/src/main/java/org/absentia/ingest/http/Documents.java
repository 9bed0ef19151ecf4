package org.absentia.ingest.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.absentia.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Splits a body into documents, one at a time: the lines of NDJSON, the elements of an array, or
 * the one object that a body is. The number of a document is its line, or its place in the array.
 */
abstract sealed class Documents {
  static final int MOST = 100_000;

  /** Jackson throws this unwrapped for an exponent beyond the range of int. */
  private static final String IMMENSE = "holds a number that cannot be read";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final ObjectReader WHOLE =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build());
  }

  /** The documents of a body of the given media type. */
  static Documents of(InputStream body, String mediaType) throws IOException {
    return mediaType.startsWith("application/x-ndjson") ? new Lines(body) : new Elements(body);
  }

  /** The next document, or empty at the end of the body. */
  abstract Optional<Document> next() throws IOException;

  private static String detail(JsonProcessingException malformed) {
    return "is not readable as JSON"
        + (malformed.getLocation() == null
            ? ""
            : ", column " + malformed.getLocation().getColumnNr());
  }

  static final class Lines extends Documents {
    private final BufferedReader reader;
    private int line;

    Lines(InputStream body) {
      reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
    }

    @Override
    Optional<Document> next() throws IOException {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank()) {
          return Optional.of(document(text));
        }
      }
      return Optional.empty();
    }

    private Document document(String text) throws IOException {
      Supplier<byte[]> raw = () -> text.getBytes(StandardCharsets.UTF_8);
      try {
        return new Document(line, Optional.of(WHOLE.readTree(text)), List.of(), raw);
      } catch (JsonProcessingException malformed) {
        return Document.unreadable(line, detail(malformed), raw);
      } catch (NumberFormatException immense) {
        return Document.unreadable(line, IMMENSE, raw);
      }
    }
  }

  static final class Elements extends Documents {
    private final JsonParser parser;
    private boolean begun;
    private boolean ended;
    private int place;

    Elements(InputStream body) throws IOException {
      parser = MAPPER.createParser(body);
    }

    @Override
    Optional<Document> next() throws IOException {
      if (ended) {
        return Optional.empty();
      }
      try {
        return begun ? element(parser.nextToken()) : first(parser.nextToken());
      } catch (JsonProcessingException malformed) {
        ended = true;
        return Optional.of(Document.unreadable(place + 1, detail(malformed), () -> new byte[0]));
      } catch (NumberFormatException immense) {
        ended = true;
        return Optional.of(Document.unreadable(place + 1, IMMENSE, () -> new byte[0]));
      }
    }

    private Optional<Document> first(@Nullable JsonToken token) throws IOException {
      begun = true;
      if (token == JsonToken.START_ARRAY) {
        return element(parser.nextToken());
      }
      ended = true;
      if (token == null) {
        return Optional.empty();
      }
      Document only = document();
      if (parser.nextToken() != null) {
        return Optional.of(
            Document.unreadable(1, "must be one object or one array", () -> new byte[0]));
      }
      return Optional.of(only);
    }

    private Optional<Document> element(@Nullable JsonToken token) throws IOException {
      if (token != JsonToken.END_ARRAY) {
        return Optional.of(document());
      }
      ended = true;
      if (parser.nextToken() != null) {
        return Optional.of(
            Document.unreadable(place + 1, "must end with the array", () -> new byte[0]));
      }
      return Optional.empty();
    }

    private Document document() throws IOException {
      JsonNode node = MAPPER.readTree(parser);
      place++;
      return new Document(
          place,
          Optional.of(node),
          List.of(),
          () -> node.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The refusal of a body with more documents than one request may carry. */
  static Problem tooMany() {
    return Problem.tooLarge("A body holds at most " + MOST + " records; send the rest apart.");
  }
}
