package org.absentia.outcome.record;

import java.time.Instant;

/**
 * What a registry says about one version of a record of its own.
 *
 * @param recordId identity of the record over all its versions
 * @param number the highest number counts, whatever the order of arrival
 * @param issuedAt when the register, or the doctor, wrote this version
 */
public record RecordVersion(String recordId, long number, Status status, Instant issuedAt) {
  /** A cancelled record is as if it had never been, until a higher version is active again. */
  public enum Status {
    ACTIVE,
    CANCELLED
  }
}
