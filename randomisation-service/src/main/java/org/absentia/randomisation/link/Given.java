package org.absentia.randomisation.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Withdrawal;

/**
 * What is handed in through a link.
 *
 * @param consents whether the holder agrees to the form
 * @param form digest of the form that was read
 */
public record Given(
    Map<String, ItemAnswers> items,
    boolean consents,
    Optional<Hash> form,
    Optional<Withdrawal.Level> level) {
  public Given {
    items = Map.copyOf(items);
  }

  /** Returns how many items have an answer. */
  long answered() {
    return items.values().stream().mapToLong(ItemAnswers::present).sum();
  }

  String canonical() {
    Map<String, Object> members = new HashMap<>();
    members.put("items", Answers.plain(items));
    members.put("consents", consents);
    form.ifPresent(digest -> members.put("form", digest.hex()));
    level.ifPresent(chosen -> members.put("level", chosen.name()));
    return CanonicalJson.write(members);
  }
}
