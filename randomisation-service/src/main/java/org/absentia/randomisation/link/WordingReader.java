package org.absentia.randomisation.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Item;
import org.absentia.randomisation.link.Wording.ItemWording;

/** Reads the texts that a trial supplies; ask the faults before using the result. */
public final class WordingReader {
  private static final int LONGEST = 4000;
  private static final int MOST_PARAGRAPHS = 200;

  private WordingReader() {}

  /** Reads the text of an instrument. */
  public static Wording wording(JsonReader in) {
    return new Wording(
        text(in, "title"),
        optional(in, "introduction"),
        in.objects("items").stream().map(WordingReader::item).toList());
  }

  /** Notes a fault for each item that the text does not fit. */
  public static void checkFits(JsonReader in, Wording wording, Instrument instrument) {
    int items = instrument.items().size();
    if (wording.items().size() != items) {
      in.fault("items", "has an object for each of " + items + " items");
      return;
    }
    List<JsonReader> elements = in.objects("items");
    for (int i = 0; i < items; i++) {
      Item item = instrument.items().get(i);
      int answers = item.maximum() - item.minimum() + 1;
      int worded = wording.items().get(i).answers().size();
      if (worded != 0 && worded != answers) {
        elements.get(i).fault("answers", "has a text for each of " + answers + " answers");
      }
    }
  }

  /** Reads the text of a consent form. */
  public static ConsentForm form(JsonReader in) {
    List<String> paragraphs = texts(in, "paragraphs");
    if (paragraphs.isEmpty() || paragraphs.size() > MOST_PARAGRAPHS) {
      in.fault("paragraphs", "must have 1 to " + MOST_PARAGRAPHS + " texts");
    }
    return new ConsentForm(text(in, "title"), paragraphs);
  }

  private static ItemWording item(JsonReader in) {
    in.noOthers("text", "answers", "lowest", "highest", "descending");
    return new ItemWording(
        text(in, "text"),
        texts(in, "answers"),
        optional(in, "lowest"),
        optional(in, "highest"),
        in.bool("descending", false));
  }

  private static String text(JsonReader in, String name) {
    String text = in.requiredText(name);
    checkLength(in, name, text);
    return text;
  }

  private static Optional<String> optional(JsonReader in, String name) {
    Optional<String> text = in.text(name);
    text.ifPresent(found -> checkLength(in, name, found));
    return text;
  }

  private static List<String> texts(JsonReader in, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonReader element : in.elements(name)) {
      String text = element.node().asText();
      if (!element.node().isTextual() || text.isBlank() || text.length() > LONGEST) {
        element.fault("must be a text of at most " + LONGEST + " characters");
      }
      texts.add(text);
    }
    return texts;
  }

  private static void checkLength(JsonReader in, String name, String text) {
    if (text.length() > LONGEST) {
      in.fault(name, "has at most " + LONGEST + " characters");
    }
  }
}
