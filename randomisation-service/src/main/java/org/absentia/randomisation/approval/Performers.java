package org.absentia.randomisation.approval;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The performer of each kind of action. */
@ApplicationScoped
class Performers {
  private final Map<Action.Kind, Performer> byKind;

  Performers(@All List<Performer> performers) {
    this.byKind =
        performers.stream().collect(Collectors.toMap(Performer::kind, Function.identity()));
  }

  Performer of(Action.Kind kind) {
    return Objects.requireNonNull(byKind.get(kind), kind.name());
  }
}
