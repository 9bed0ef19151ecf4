package org.absentia.ingest.record;

/** What a registry record is about. */
public enum RecordType {
  SICK_LEAVE_CERTIFICATE,
  SICK_PAY,
  WORK_ASSESSMENT_ALLOWANCE,
  DISABILITY_PENSION,
  EMPLOYMENT
}
