package org.absentia.ingest.http;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.ingest.intake.Outcome;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.problem.Trace;
import org.jboss.logging.Logger;

/** Takes in a body in batches, each in a transaction of its own. */
final class Body {
  private static final Logger LOG = Logger.getLogger(Body.class);
  private static final int BATCH = 1_000;

  private Body() {}

  /** Reads each document, hands on batch after batch and answers for all together. */
  static <M> Taken take(
      InputStream body,
      String mediaType,
      Function<Document, M> read,
      Function<List<M>, List<Outcome>> take)
      throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    List<M> batch = new ArrayList<>();
    int documents = 0;
    try {
      Documents all = Documents.of(body, mediaType);
      for (Optional<Document> next = all.next(); next.isPresent(); next = all.next()) {
        if (++documents > Documents.MOST) {
          throw Taken.of(outcomes).counted(Documents.tooMany());
        }
        batch.add(read.apply(next.get()));
        if (batch.size() == BATCH) {
          outcomes.addAll(take.apply(batch));
          batch = new ArrayList<>();
        }
      }
      if (!batch.isEmpty()) {
        outcomes.addAll(take.apply(batch));
      }
    } catch (CharacterCodingException notUtf8) {
      throw Taken.of(outcomes).counted(malformed("The body is not UTF-8.", "must be UTF-8"));
    } catch (Problem | WebApplicationException refused) {
      throw refused;
    } catch (RuntimeException bug) {
      throw Taken.of(outcomes).counted(failed(bug));
    }
    if (outcomes.isEmpty()) {
      throw malformed("The body is empty.", "must hold at least one document");
    }
    return Taken.answer(outcomes);
  }

  /** The framework's answer would say that nothing was kept; earlier batches are. */
  private static Problem failed(RuntimeException bug) {
    LOG.errorf("event=request-failed trace=%s", Trace.of(bug));
    return Problem.of(
        500,
        "internal-error",
        "The request failed; what was stored before is kept, and pushing the whole again is safe.");
  }

  private static Problem malformed(String title, String detail) {
    return Problem.badRequest("malformed-json", title, List.of(new Fault("", detail)));
  }
}
