package org.absentia.randomisation.conduct;

import java.util.List;
import java.util.UUID;

/** What participants consented to since their enrolment. */
public interface Consents {
  /** Returns them in order of the day. */
  List<ConsentGiven> of(UUID participantId);

  void add(UUID participantId, ConsentGiven consent);
}
