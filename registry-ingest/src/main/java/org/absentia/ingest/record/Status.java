package org.absentia.ingest.record;

/** Whether a version of a record counts, or takes the record away. */
public enum Status {
  ACTIVE,
  CANCELLED
}
