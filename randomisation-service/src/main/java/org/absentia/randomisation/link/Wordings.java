package org.absentia.randomisation.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that trials supplied for their participants. */
public interface Wordings {
  /** What is worded. */
  enum Kind {
    INSTRUMENT,
    CONSENT_FORM
  }

  /**
   * Which text it is.
   *
   * @param name of the instrument, or version of the form
   */
  record Name(Kind kind, String name, Language language) {}

  /** A text that was supplied, as plain JSON. */
  record Supplied(Name name, String source, String content, Instant suppliedAt) {}

  /** Returns the latest text of each name and language. */
  List<Supplied> inForce(String trialId);

  Optional<Supplied> latest(String trialId, Name name);

  void add(String trialId, Supplied supplied);

  /** Returns the instruments' texts in a language, by instrument. */
  Map<String, Wording> wordings(String trialId, Language language);

  /** Returns the text of a version of the consent form in each language that has one. */
  Map<Language, ConsentForm> forms(String trialId, String version);
}
