package org.absentia.randomisation.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
    Map<String, Object> itemMembers = new HashMap<>();
    items.forEach((name, answers) -> itemMembers.put(name, plain(answers)));
    members.put("items", itemMembers);
    return CanonicalJson.write(members);
  }

  private static List<@Nullable Integer> plain(ItemAnswers answers) {
    List<@Nullable Integer> plain = new ArrayList<>();
    for (OptionalInt answer : answers.values()) {
      plain.add(answer.isPresent() ? answer.getAsInt() : null);
    }
    return plain;
  }
}
