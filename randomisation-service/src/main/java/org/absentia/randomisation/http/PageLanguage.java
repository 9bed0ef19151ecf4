package org.absentia.randomisation.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.link.Asked;
import org.absentia.randomisation.link.Language;

/** Chooses the language in which a reader is asked. */
final class PageLanguage {
  private PageLanguage() {}

  /**
   * Returns the languages in which the trial supplied texts for what is asked; all, if for none. A
   * page half in another language helps nobody.
   */
  static List<Language> offered(Asked asked) {
    List<Language> supplied =
        Arrays.stream(Language.values()).filter(language -> supplied(asked, language)).toList();
    return supplied.isEmpty() ? List.of(Language.values()) : supplied;
  }

  private static boolean supplied(Asked asked, Language language) {
    if (!asked.forms().isEmpty()) {
      return asked.forms().containsKey(language);
    }
    return asked.instruments().stream()
        .anyMatch(
            instrument ->
                asked.wordings().getOrDefault(language, Map.of()).containsKey(instrument.name()));
  }

  /** Chooses by what was asked for in the URL, then by the browser's wish, then bokmål. */
  static Language choose(List<Language> offered, String wanted, List<Locale> accepted) {
    return Language.ofTag(wanted)
        .filter(offered::contains)
        .or(
            () ->
                accepted.stream()
                    .map(PageLanguage::of)
                    .flatMap(Optional::stream)
                    .filter(offered::contains)
                    .findFirst())
        .orElse(offered.getFirst());
  }

  private static Optional<Language> of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "nb", "no", "nn" -> Optional.of(Language.NB);
      case "en" -> Optional.of(Language.EN);
      case String other -> Optional.empty();
    };
  }
}
