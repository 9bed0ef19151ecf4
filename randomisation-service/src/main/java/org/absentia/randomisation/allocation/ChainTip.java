package org.absentia.randomisation.allocation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Octets;

/** Where a log ends: the number of its entries and the hash of the last one. */
public record ChainTip(long count, Hash hash) {
  public static final ChainTip START = new ChainTip(0, Hash.ZERO);

  /** Returns the entry that records the event next. */
  public LogEntry append(LogEvent event, Instant at) {
    Map<String, Object> members = new HashMap<>(event.members());
    members.put("seq", count);
    members.put("at", Timestamps.write(at));
    members.put("type", event.type());
    String canonical = CanonicalJson.write(members);
    return new LogEntry(count, event.type(), canonical, hashAfter(canonical));
  }

  /** Returns the tip once the entry stands. */
  public ChainTip after(LogEntry entry) {
    return new ChainTip(entry.seq() + 1, entry.hash());
  }

  /** Tells whether the entry follows this tip: the next number and the right hash. */
  public boolean precedes(LogEntry entry) {
    return entry.seq() == count && entry.hash().equals(hashAfter(entry.canonical()));
  }

  private Hash hashAfter(String canonical) {
    return Hash.of(
        new Octets()
            .raw(hash.bytes())
            .raw(canonical.getBytes(StandardCharsets.UTF_8))
            .toByteArray());
  }
}
