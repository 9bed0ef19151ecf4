package org.absentia.analysis.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.absentia.analysis.report.TracePlot;
import org.absentia.analysis.report.TracePlot.Chains;

/** Answers as JSON, or, of the method that has one, as a figure. */
final class Figures {
  static final String SVG = "image/svg+xml";
  private static final MediaType FIGURE = MediaType.valueOf(SVG);
  private static final String WITH_FIGURE = "multiple-imputation";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Figures() {}

  /**
   * The first acceptable form that the method has.
   *
   * @throws NotAcceptableException when it has none
   */
  static MediaType wanted(HttpHeaders headers, String method) {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return MediaType.APPLICATION_JSON_TYPE;
      }
      if (type.isCompatible(FIGURE) && method.equals(WITH_FIGURE)) {
        return FIGURE;
      }
    }
    throw new NotAcceptableException();
  }

  static Response answer(MediaType type, byte[] answer) {
    if (!type.equals(FIGURE)) {
      return Response.ok(answer, type).build();
    }
    try {
      return answer(type, JSON.readTree(answer));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Response answer(MediaType type, JsonNode answer) {
    return type.equals(FIGURE)
        ? Response.ok(TracePlot.standalone(chains(answer)), type).build()
        : Response.ok(answer, type).build();
  }

  private static List<Chains> chains(JsonNode answer) {
    List<Chains> chains = new ArrayList<>();
    JsonNode deviations = answer.path("chainStandardDeviations");
    answer
        .path("chainMeans")
        .properties()
        .forEach(
            variable ->
                chains.add(
                    new Chains(
                        variable.getKey(),
                        lines(variable.getValue()),
                        lines(deviations.path(variable.getKey())))));
    return chains;
  }

  /** A line for each imputation, of rows for each iteration. */
  private static List<List<Double>> lines(JsonNode rows) {
    return IntStream.range(0, rows.path(0).size())
        .mapToObj(
            imputation ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.path(imputation).asDouble(Double.NaN))
                    .toList())
        .toList();
  }
}
