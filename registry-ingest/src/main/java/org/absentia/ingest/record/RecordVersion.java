package org.absentia.ingest.record;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Which record, and which version of it: the highest version counts, whatever the order of arrival.
 *
 * @param recordId identity of the record, never containing a national identifier
 * @param version number by which versions compare, 0 to 2^53 - 1
 * @param issuedAt when the register wrote this version; for a certificate, when the doctor wrote it
 */
public record RecordVersion(String recordId, long version, Status status, Instant issuedAt) {
  public static final long HIGHEST_VERSION = (1L << 53) - 1;
  private static final int LONGEST_ID = 200;
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?<![0-9A-Za-z])\\d{11}(?![0-9A-Za-z])");

  public RecordVersion {
    if (!isRecordId(recordId) || version < 0 || version > HIGHEST_VERSION) {
      throw new IllegalArgumentException("not a record id and version");
    }
  }

  /** Tells whether a text may name a record. */
  public static boolean isRecordId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_ID
        && text.chars().allMatch(c -> c > ' ' && c < 127)
        && !holdsIdentifier(text);
  }

  /** Tells whether a text contains eleven digits on their own, as a national identifier has. */
  public static boolean holdsIdentifier(String text) {
    return IDENTIFIER.matcher(text).find();
  }
}
