package org.absentia.randomisation.link;

import java.util.UUID;

/** Whom a link is for. */
public sealed interface Holder {
  /** Someone enrolled. */
  record Participant(UUID id) implements Holder {}

  /** Someone whom a list names. */
  record Candidate(String id) implements Holder {}
}
