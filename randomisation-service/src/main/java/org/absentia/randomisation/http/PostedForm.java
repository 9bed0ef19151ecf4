package org.absentia.randomisation.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Item;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.link.Asked;
import org.absentia.randomisation.link.Given;
import org.absentia.randomisation.link.Purpose;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Withdrawal;

/**
 * What came from the page, read against what was asked.
 *
 * @param values what was typed and chosen, by name of the input
 * @param errors keys of the page's texts by name of the input
 * @param given complete only where no error is
 * @param incomplete whether questions stay open without leave to
 */
record PostedForm(
    Map<String, String> values, Map<String, String> errors, Given given, boolean incomplete) {
  static final String CONSENTS = "consents";
  static final String CONFIRM = "confirm";
  static final String LEVEL = "level";
  static final String LEAVE = "leave";
  static final String FORM = "form";
  static final String MISSING = "error.missing";
  static final String WHOLE = "error.whole";

  /** Nothing was sent yet. */
  static PostedForm none() {
    return new PostedForm(
        Map.of(), Map.of(), new Given(Map.of(), false, Optional.empty(), Optional.empty()), false);
  }

  static PostedForm read(Asked asked, MultivaluedMap<String, String> fields) {
    Map<String, String> values = new HashMap<>();
    fields.forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.getFirst().strip()));
    Map<String, String> errors = new HashMap<>();
    Map<String, ItemAnswers> items = new HashMap<>();
    for (Instrument instrument : asked.instruments()) {
      items.put(instrument.name(), items(instrument, values, errors));
    }
    boolean open = errors.containsValue(MISSING);
    if (open && values.containsKey(LEAVE)) {
      errors.values().removeIf(MISSING::equals);
    }
    boolean answersAsked = !asked.instruments().isEmpty();
    if (answersAsked && errors.isEmpty() && nothing(items)) {
      errors.put(firstId(asked), "error.empty");
    }
    Given given = given(asked, values, items, errors);
    return new PostedForm(values, errors, given, open);
  }

  /** The name of an item's input, and of its id. */
  static String name(Instrument instrument, int item) {
    return instrument.name() + "." + (item + 1);
  }

  private static String firstId(Asked asked) {
    return name(asked.instruments().getFirst(), 0);
  }

  private static boolean nothing(Map<String, ItemAnswers> items) {
    return items.values().stream().allMatch(answers -> answers.present() == 0);
  }

  private static Given given(
      Asked asked,
      Map<String, String> values,
      Map<String, ItemAnswers> items,
      Map<String, String> errors) {
    boolean consents = values.containsKey(CONSENTS);
    Optional<Hash> form = Optional.ofNullable(values.get(FORM)).filter(Hash::isHex).map(Hash::new);
    Optional<Withdrawal.Level> level =
        asked.levels().stream()
            .filter(offered -> offered.name().equals(values.get(LEVEL)))
            .findFirst();
    if (!asked.forms().isEmpty() && !consents) {
      errors.put(CONSENTS, "error.consent");
    }
    if (asked.link().purpose() instanceof Purpose.Withdraw) {
      if (level.isEmpty()) {
        errors.put(LEVEL, "error.level");
      }
      if (!values.containsKey(CONFIRM)) {
        errors.put(CONFIRM, "error.confirm");
      }
    }
    return new Given(items, consents, asked.forms().isEmpty() ? Optional.empty() : form, level);
  }

  private static ItemAnswers items(
      Instrument instrument, Map<String, String> values, Map<String, String> errors) {
    List<OptionalInt> answers = new ArrayList<>();
    for (int i = 0; i < instrument.items().size(); i++) {
      String name = name(instrument, i);
      String value = values.getOrDefault(name, "");
      OptionalInt answer = answer(instrument.items().get(i), value);
      if (answer.isEmpty()) {
        errors.put(name, value.isEmpty() ? MISSING : WHOLE);
      }
      answers.add(answer);
    }
    return new ItemAnswers(answers);
  }

  private static OptionalInt answer(Item item, String value) {
    if (!value.matches("-?\\d{1,6}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(value);
    return item.admits(number) ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
