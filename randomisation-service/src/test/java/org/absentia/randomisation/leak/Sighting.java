package org.absentia.randomisation.leak;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that blind roles see about one allocation, and the arm that they must not learn from
 * it.
 *
 * @param answers by the request that was answered
 * @param texts JSON and other texts by where they were seen
 * @param numbers counts, ranks, and what a metric grew by, by name
 */
record Sighting(
    int arm, Map<String, Answer> answers, Map<String, String> texts, Map<String, Double> numbers) {

  Answer answer(String name) {
    return Objects.requireNonNull(answers.get(name), name);
  }

  Sighting withAnswer(String name, Answer answer) {
    Map<String, Answer> others = new LinkedHashMap<>(answers);
    others.put(name, answer);
    return new Sighting(arm, others, texts, numbers);
  }
}
