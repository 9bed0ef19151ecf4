package org.absentia.ingest.record;

/** Why an input did not become a record; counted in the reject figures. */
public enum RejectReason {
  /** Not readable as JSON or XML at all. */
  MALFORMED,
  /** Readable, but a member is missing or outside its range. */
  INVALID,
  /** The person's identifier is missing or fails the check. */
  PERSON_IDENTIFIER,
  /** Parts of the message contradict each other. */
  CONTRADICTORY,
  /** Well-formed, but nothing that an outcome is made of, such as a pension payer in Aareg. */
  NOT_RELEVANT,
  /** The same version of the record is stored with other content. */
  VERSION_CONFLICT,
  /** The record id belongs to another person. */
  OTHER_PERSON,
  /** The record id belongs to a record of another type. */
  OTHER_TYPE
}
