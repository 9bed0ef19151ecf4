package org.absentia.randomisation.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a log as a file states it: any members of any form.
 *
 * @param members the entry's members as maps, lists, texts, longs, booleans, decimals and null
 * @param hash the hash that the file states for it
 */
public record LoggedEntry(Map<String, @Nullable Object> members, String hash) {
  /** Returns the text that the chain hashes. */
  public String canonical() {
    return CanonicalJson.write(members);
  }

  public String type() {
    return text("type").orElse("");
  }

  /** Returns the participant's pseudonym; a missing one is a name that nobody has. */
  public String participant() {
    return text("participant").orElse("");
  }

  public String stratum() {
    return text("stratum").orElse("");
  }

  /** Returns the slot; -1 where it is not a whole number that a slot can have. */
  public int slot() {
    return integer("slot").orElse(-1);
  }

  public Optional<String> text(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Returns a member that is a whole number within the range of int. */
  public OptionalInt integer(String name) {
    return members.get(name) instanceof Long number && number == number.intValue()
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }

  /** Returns a member that is a list of whole numbers; empty where it is not. */
  public Optional<List<Long>> integers(String name) {
    return members.get(name) instanceof List<?> list
            && list.stream().allMatch(Long.class::isInstance)
        ? Optional.of(list.stream().map(Long.class::cast).toList())
        : Optional.empty();
  }

  /** Returns a member that is an object of texts; empty where it is not. */
  public Optional<Map<String, String>> texts(String name) {
    if (!(members.get(name) instanceof Map<?, ?> map)
        || !map.values().stream().allMatch(String.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(
        map.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    member -> (String) member.getKey(), member -> (String) member.getValue())));
  }
}
