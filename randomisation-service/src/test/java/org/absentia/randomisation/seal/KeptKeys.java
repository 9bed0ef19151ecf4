package org.absentia.randomisation.seal;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.absentia.randomisation.scheme.Secret;

/** A key management service in miniature: it keeps the data keys and hands out their numbers. */
@Singleton
@Identifier("kept-keys")
public class KeptKeys implements KeyWrapper {
  private record Kept(Secret dataKey, String context) {}

  private final Map<UUID, Kept> keys = new ConcurrentHashMap<>();

  @Override
  public byte[] wrap(Secret dataKey, String context) {
    UUID id = UUID.randomUUID();
    keys.put(id, new Kept(dataKey, context));
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public Secret unwrap(byte[] wrapped, String context) {
    ByteBuffer id = ByteBuffer.wrap(wrapped);
    Kept kept = wrapped.length == 16 ? keys.get(new UUID(id.getLong(), id.getLong())) : null;
    if (kept == null || !kept.context().equals(context)) {
      throw new IllegalStateException("no such key for this context");
    }
    return kept.dataKey();
  }
}
