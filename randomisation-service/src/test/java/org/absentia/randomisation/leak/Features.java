package org.absentia.randomisation.leak;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.absentia.platform.json.JsonReader;

/**
 * Turns a sighting into numbers: status, lengths, sets of headers, order of members, bits of
 * identifiers, numbers and times in classes. Members are found by walking, so that one that is
 * added to an answer is looked at without a change here.
 */
final class Features {
  /** Drawn identifiers are looked at whole, hashes and signatures in part. */
  private static final int IDENTIFIER_DIGITS = 32;

  private static final int HASH_DIGITS = 4;
  private static final int BITS_OF_A_DIGIT = 4;
  private static final int FORMS_BY_THEMSELVES = 8;

  /** Numbers of the forms that were met: header sets, orders of members, words. */
  private final Map<String, Map<String, Integer>> forms = new HashMap<>();

  /** What was seen in this sighting already: an identifier is looked at where it is first met. */
  private final Set<String> identifiers = new HashSet<>();

  Map<String, Double> of(Sighting sighting) {
    identifiers.clear();
    Map<String, Double> features = new LinkedHashMap<>(sighting.numbers());
    sighting.answers().forEach((name, answer) -> answer(name, answer, features));
    sighting.texts().forEach((name, text) -> text(name, text, features));
    return features;
  }

  private void answer(String name, Answer answer, Map<String, Double> features) {
    features.put(name + " status", (double) answer.status());
    features.put(name + " time", timeClass(answer.nanos()));
    form(name + " headers", String.join(",", answer.headers().keySet()), features);
    answer
        .headers()
        .forEach((header, values) -> header(name + " header " + header, values, features));
    text(name, answer.body(), features);
  }

  private void header(String name, List<String> values, Map<String, Double> features) {
    String value = String.join(",", values);
    features.put(name + " length", (double) value.length());
    if (value.matches("[0-9]{1,9}")) {
      features.put(name, Double.valueOf(value));
    } else {
      form(name, value, features);
    }
  }

  private void text(String name, String text, Map<String, Double> features) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    features.put(name + " length", (double) length);
    if (text.startsWith("{") || text.startsWith("[")) {
      int ofValues = walk(name, JsonReader.parse(text.getBytes(StandardCharsets.UTF_8)), features);
      // counters grow by a digit now and then, which would hide a single byte
      features.put(name + " length beside values", (double) (length - ofValues));
    } else {
      form(name + " words", text.replaceAll("[0-9a-f-]{8,}|[0-9]+", "#"), features);
    }
  }

  /** Returns how long the values are that were met. */
  private int walk(String path, JsonNode node, Map<String, Double> features) {
    int length = 0;
    if (node.isObject()) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      form(path + " members", String.join(",", names), features);
      for (String member : names) {
        length += walk(path + "/" + member, node.get(member), features);
      }
      return length;
    }
    if (node.isArray()) {
      features.put(path + " size", (double) node.size());
      for (int i = 0; i < node.size(); i++) {
        length += walk(path + "/" + i, node.get(i), features);
      }
      return length;
    }
    if (node.isNumber()) {
      features.put(path, node.asDouble());
    } else {
      word(path, node.asText(), features);
    }
    return node.asText().length();
  }

  private void word(String path, String text, Map<String, Double> features) {
    String digits = text.replace("-", "");
    if (digits.matches("[0-9a-f]{32,}")) {
      int used = digits.length() > IDENTIFIER_DIGITS ? HASH_DIGITS : IDENTIFIER_DIGITS;
      int bits = identifiers.add(digits) ? used * BITS_OF_A_DIGIT : 0;
      for (int i = 0; i < bits; i++) {
        features.put(path + " bit " + i, bit(digits, i));
      }
    } else {
      features.put(path + " length", (double) text.length());
      if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
        features.put(path + " millis", Instant.parse(text).toEpochMilli() % 1000.0);
      } else {
        form(path, text, features);
      }
    }
  }

  /** Returns a bit of a hexadecimal text, from its left. */
  static double bit(String digits, int place) {
    int digit = Character.digit(digits.charAt(place / BITS_OF_A_DIGIT), 16);
    return (digit >> (BITS_OF_A_DIGIT - 1 - place % BITS_OF_A_DIGIT)) & 1;
  }

  /** Four classes for each doubling. */
  static double timeClass(double nanos) {
    return Math.floor(4 * Math.log(Math.max(1, nanos)) / Math.log(2));
  }

  /** A form is looked at by its number, and each of the first by itself, too. */
  private void form(String name, String form, Map<String, Double> features) {
    Map<String, Integer> known = forms.computeIfAbsent(name, unseen -> new HashMap<>());
    int next = known.size();
    int number = known.computeIfAbsent(form, unseen -> next);
    features.put(name, (double) number);
    if (number < FORMS_BY_THEMSELVES) {
      features.put(name + " " + number, 1.0);
    }
  }
}
