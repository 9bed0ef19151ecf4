package org.absentia.randomisation.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of an instrument, as the trial is licensed to show it. */
public record Wording(String title, Optional<String> introduction, List<ItemWording> items) {
  /**
   * The text of one item.
   *
   * @param answers a text for each answer, the lowest first; empty where numbers stand alone
   * @param lowest what the lowest number means
   * @param highest what the highest number means
   * @param descending whether the highest answer stands first
   */
  public record ItemWording(
      String text,
      List<String> answers,
      Optional<String> lowest,
      Optional<String> highest,
      boolean descending) {
    public ItemWording {
      answers = List.copyOf(answers);
    }

    private Map<String, Object> plain() {
      Map<String, Object> plain = new HashMap<>();
      plain.put("text", text);
      plain.put("answers", answers);
      lowest.ifPresent(end -> plain.put("lowest", end));
      highest.ifPresent(end -> plain.put("highest", end));
      plain.put("descending", descending);
      return plain;
    }
  }

  public Wording {
    items = List.copyOf(items);
  }

  /** Returns the wording as {@link WordingReader} reads it. */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new HashMap<>();
    plain.put("title", title);
    introduction.ifPresent(text -> plain.put("introduction", text));
    plain.put("items", items.stream().map(ItemWording::plain).toList());
    return plain;
  }
}
