package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.VersionWriting;

/** Outcomes of many participants, page by page or all at once, without holding them all. */
record Listing(Pages pages) {
  private static final int MOST_PER_PAGE = 1_000;
  private static final int STREAMED_AT_ONCE = 500;

  /** Gives the outcomes of the next participants in order of id. */
  interface Pages {
    List<OutcomeVersion> after(Optional<UUID> participantId, int limit);
  }

  /** One page as JSON, with the cursor of the next one. */
  ObjectNode page(String trialId, Optional<String> cursor, String most) {
    int limit = limit(most);
    List<OutcomeVersion> page = pages.after(Callers.cursor(cursor), limit);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("trialId", trialId);
    ArrayNode versions = answer.putArray("outcomes");
    page.forEach(version -> versions.add(VersionWriting.write(version)));
    if (page.size() == limit) {
      answer.put("next", page.getLast().participantId().toString());
    }
    return answer;
  }

  private static int limit(String text) {
    if (text.matches("\\d{1,4}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST_PER_PAGE) {
        return limit;
      }
    }
    throw Callers.invalidQuery("limit must lie between 1 and " + MOST_PER_PAGE);
  }

  /** All as JSON, one line each. */
  StreamingOutput lines() {
    return out -> stream(out, version -> VersionWriting.write(version) + "\n");
  }

  /** All as a table with a heading. */
  StreamingOutput table(List<OutcomeDefinition> definitions) {
    OutcomeTable table = OutcomeTable.of(definitions);
    return out -> {
      out.write(table.header().getBytes(StandardCharsets.UTF_8));
      stream(out, table::line);
    };
  }

  private void stream(OutputStream out, Function<OutcomeVersion, String> line) throws IOException {
    Optional<UUID> after = Optional.empty();
    List<OutcomeVersion> page;
    do {
      page = pages.after(after, STREAMED_AT_ONCE);
      for (OutcomeVersion version : page) {
        out.write(line.apply(version).getBytes(StandardCharsets.UTF_8));
        after = Optional.of(version.participantId());
      }
    } while (page.size() == STREAMED_AT_ONCE);
  }
}
