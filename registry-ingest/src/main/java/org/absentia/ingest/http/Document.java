package org.absentia.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.absentia.ingest.intake.JsonTree;
import org.absentia.ingest.intake.Message;
import org.absentia.ingest.record.Fault;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RejectReason;
import org.jspecify.annotations.Nullable;

/** One JSON document of a body, or what makes it unreadable. */
record Document(int line, Optional<JsonNode> json, List<Fault> faults, Supplier<byte[]> raw) {
  Document {
    faults = List.copyOf(faults);
  }

  static Document unreadable(int line, String detail, Supplier<byte[]> raw) {
    return new Document(line, Optional.empty(), List.of(new Fault("", detail)), raw);
  }

  Message read(Function<@Nullable Object, Reading> reader) {
    Reading reading =
        json.map(node -> reader.apply(JsonTree.of(node)))
            .orElseGet(() -> new Reading.Refused(RejectReason.MALFORMED, faults));
    return new Message(line, reading, raw);
  }
}
