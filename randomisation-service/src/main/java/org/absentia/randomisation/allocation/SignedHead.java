package org.absentia.randomisation.allocation;

import java.util.Map;
import org.absentia.randomisation.scheme.Hash;

/** The end of the log at a time, signed, for keeping outside the system. */
public record SignedHead(long count, Hash hash, String at, String signature) {
  Map<String, Object> members() {
    return Map.of("count", count, "hash", hash.hex(), "at", at, "signature", signature);
  }
}
