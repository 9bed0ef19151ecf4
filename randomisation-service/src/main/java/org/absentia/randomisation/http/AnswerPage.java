package org.absentia.randomisation.http;

import java.util.List;
import org.absentia.randomisation.link.Language;

/**
 * The participants' page as it is shown; texts that are absent are empty.
 *
 * @param others languages in which the same can be read
 * @param form digest of the consent form that is shown
 * @param asks whether anything can be sent
 */
public record AnswerPage(
    Language language,
    String heading,
    String lead,
    List<Language> others,
    List<Fault> errors,
    String form,
    List<Part> parts,
    boolean asks,
    String send) {
  /** A line of the summary and the id of the input that it leads to. */
  public record Fault(String target, String text) {}

  /**
   * A section: a text to read, questions, boxes to tick.
   *
   * @param titleLanguage where it is not the page's
   */
  public record Part(
      String id,
      String title,
      String titleLanguage,
      String introduction,
      List<String> paragraphs,
      List<Question> questions,
      List<Box> boxes) {}

  /**
   * A question.
   *
   * @param typed whether a number is typed, and none of few is chosen
   * @param worded whether the answers have texts
   * @param ends what the lowest and highest numbers mean
   */
  public record Question(
      String id,
      String text,
      boolean typed,
      boolean worded,
      List<String> ends,
      String hint,
      List<Option> options,
      String value,
      String error) {
    /** Returns the ids of what explains the question beside its text. */
    public String describedBy() {
      return AnswerPage.describedBy(id, error, typed || !ends.isEmpty());
    }
  }

  /** An answer to choose. */
  public record Option(String id, String value, String text, boolean chosen) {}

  /** Something to tick. */
  public record Box(
      String id, String legend, String text, String hint, boolean chosen, String error) {
    /** Returns the ids of what explains the box beside its text. */
    public String describedBy() {
      return AnswerPage.describedBy(id, error, !hint.isEmpty());
    }
  }

  public String say(String key) {
    return PageTexts.in(language).say(key);
  }

  public String style() {
    return PageStyle.CSS;
  }

  private static String describedBy(String id, String error, boolean hint) {
    return ((error.isEmpty() ? "" : id + ".error ") + (hint ? id + ".hint" : "")).strip();
  }

  /** Makes a page that only tells something. */
  static AnswerPage message(Language language, String key) {
    PageTexts texts = PageTexts.in(language);
    String more = key.startsWith("thanks.") ? "thanks.more" : key + ".more";
    return new AnswerPage(
        language, texts.say(key), texts.say(more), List.of(), List.of(), "", List.of(), false, "");
  }
}
