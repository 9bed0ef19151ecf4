package org.absentia.randomisation.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.trial.Trial;

/** Takes a text for participants; the latest counts, earlier ones are kept. */
@ApplicationScoped
public class SupplyWording {
  private final Wordings wordings;
  private final Clock clock;

  SupplyWording(Wordings wordings, Clock clock) {
    this.wordings = wordings;
    this.clock = clock;
  }

  @Transactional
  public Wordings.Supplied supply(
      Trial trial, Wordings.Name name, String source, Map<String, Object> plain) {
    String content = CanonicalJson.write(plain);
    return wordings
        .latest(trial.id(), name)
        .filter(known -> known.source().equals(source) && known.content().equals(content))
        .orElseGet(() -> add(trial, new Wordings.Supplied(name, source, content, clock.instant())));
  }

  private Wordings.Supplied add(Trial trial, Wordings.Supplied supplied) {
    wordings.add(trial.id(), supplied);
    return supplied;
  }
}
