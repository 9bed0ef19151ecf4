package org.absentia.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was sent.
 *
 * @param line line of an NDJSON or XML body, from 1; null where the body is one document
 * @param pointer JSON pointer (RFC 6901) to the faulty member, {@code ""} for the whole document
 * @param detail what is wrong and what is expected; never the value itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(@Nullable Integer line, String pointer, String detail) {
  /** A fault of a body that is one document. */
  public Fault(String pointer, String detail) {
    this(null, pointer, detail);
  }

  /** The same fault, said of line {@code number} of the body. */
  public Fault onLine(int number) {
    return new Fault(number, pointer, detail);
  }
}
