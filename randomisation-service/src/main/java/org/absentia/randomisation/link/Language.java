package org.absentia.randomisation.link;

import java.util.Arrays;
import java.util.Optional;

/** The languages in which participants are asked: bokmål and English. */
public enum Language {
  NB,
  EN;

  /** Returns the tag of BCP 47. */
  public String tag() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<Language> ofTag(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }
}
