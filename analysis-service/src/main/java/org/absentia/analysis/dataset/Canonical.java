package org.absentia.analysis.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The one JSON text of a record, and back: members by name, numbers in their shortest form, no
 * spaces.
 */
public interface Canonical {

  String write(Object value);

  <T> T read(String text, Class<T> type);

  <T> Map<String, T> readMap(String text, Class<T> type);

  /** SHA-256 of a text in UTF-8, as hex. */
  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
