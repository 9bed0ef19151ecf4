package org.absentia.randomisation.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * What a participant answered at baseline, found legal for the protocol: single values, and items
 * by instrument.
 */
public record Answers(Map<String, Value> values, Map<String, ItemAnswers> items) {
  public Answers {
    values = Map.copyOf(values);
    items = Map.copyOf(items);
  }

  /** Returns these answers with the others put in their place where given. */
  public Answers completedWith(Answers others) {
    Map<String, Value> allValues = new HashMap<>(values);
    allValues.putAll(others.values);
    Map<String, ItemAnswers> allItems = new HashMap<>(items);
    allItems.putAll(others.items);
    return new Answers(allValues, allItems);
  }

  /** Returns the canonical JSON text, which {@link AnswersReader} reads back. */
  public String canonical() {
    Map<String, Object> members = new HashMap<>();
    values.forEach((name, value) -> members.put(name, value.plain()));
    members.put("items", plain(items));
    return CanonicalJson.write(members);
  }

  /** Returns items as they stand in JSON: an array by instrument, null where missing. */
  public static Map<String, Object> plain(Map<String, ItemAnswers> items) {
    Map<String, Object> plain = new TreeMap<>();
    items.forEach((name, answers) -> plain.put(name, plain(answers)));
    return plain;
  }

  private static List<@Nullable Integer> plain(ItemAnswers answers) {
    List<@Nullable Integer> plain = new ArrayList<>();
    for (OptionalInt answer : answers.values()) {
      plain.add(answer.isPresent() ? answer.getAsInt() : null);
    }
    return plain;
  }
}
