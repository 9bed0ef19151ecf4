package org.absentia.randomisation.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Item;
import org.absentia.randomisation.link.Asked;
import org.absentia.randomisation.link.Language;
import org.absentia.randomisation.link.Purpose;
import org.absentia.randomisation.link.Wording;
import org.absentia.randomisation.link.Wording.ItemWording;
import org.absentia.randomisation.trial.Withdrawal;

/**
 * What a link asks.
 *
 * @param subject the timepoint, or the version of the consent form
 * @param language of the texts
 * @param consentForm where consent is asked
 * @param levels how far the holder can withdraw, where that is asked
 */
public record AnswerResponse(
    Purpose.Kind purpose,
    Optional<String> subject,
    Instant expiresAt,
    String language,
    List<AskedInstrument> instruments,
    Optional<AskedForm> consentForm,
    List<Withdrawal.Level> levels) {
  /** An instrument; the texts are the trial's, and absent where it supplied none. */
  public record AskedInstrument(
      String name, Optional<String> title, Optional<String> introduction, List<AskedItem> items) {
    static AskedInstrument of(Instrument instrument, Optional<Wording> wording) {
      List<AskedItem> items = new ArrayList<>();
      for (int i = 0; i < instrument.items().size(); i++) {
        int number = i;
        items.add(
            AskedItem.of(
                number + 1,
                instrument.items().get(i),
                wording
                    .filter(known -> known.items().size() == instrument.items().size())
                    .map(known -> known.items().get(number))));
      }
      return new AskedInstrument(
          instrument.name(),
          wording.map(Wording::title),
          wording.flatMap(Wording::introduction),
          items);
    }
  }

  /** An item, numbered from 1, whose answer is a whole number from minimum to maximum. */
  public record AskedItem(
      int number,
      int minimum,
      int maximum,
      Optional<String> text,
      List<String> answers,
      Optional<String> lowest,
      Optional<String> highest) {
    static AskedItem of(int number, Item item, Optional<ItemWording> wording) {
      return new AskedItem(
          number,
          item.minimum(),
          item.maximum(),
          wording.map(ItemWording::text),
          wording.map(ItemWording::answers).orElse(List.of()),
          wording.flatMap(ItemWording::lowest),
          wording.flatMap(ItemWording::highest));
    }
  }

  /**
   * The consent form.
   *
   * @param digest goes back with the consent, so that it is known which text was read
   */
  public record AskedForm(String title, List<String> paragraphs, String digest) {}

  /** When the answers were received; the same to a repetition. */
  public record AnswerReceipt(Instant receivedAt) {}

  static AnswerResponse of(Asked asked, Language language) {
    Map<String, Wording> wordings = asked.wordings().getOrDefault(language, Map.of());
    return new AnswerResponse(
        asked.link().purpose().kind(),
        asked.link().purpose().subject(),
        asked.link().expiresAt(),
        language.tag(),
        asked.instruments().stream()
            .map(
                instrument ->
                    AskedInstrument.of(
                        instrument, Optional.ofNullable(wordings.get(instrument.name()))))
            .toList(),
        Optional.ofNullable(asked.forms().get(language))
            .map(form -> new AskedForm(form.title(), form.paragraphs(), form.digest().hex())),
        asked.levels());
  }
}
