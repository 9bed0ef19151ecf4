package org.absentia.randomisation.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.protocol.DeliveryPlan;

/**
 * What the protocol says against a session, whatever the participant's arm is: an answer that
 * depended on it would tell it to anybody who tries the components one by one.
 */
final class SessionRules {
  private SessionRules() {}

  static List<Fault> faults(
      Optional<DeliveryPlan> plan,
      Session.Content content,
      LocalDate includedOn,
      Optional<LocalDate> withdrawnOn,
      LocalDate today) {
    List<DeliveryPlan.Component> named =
        plan.map(known -> known.named(content.component())).orElse(List.of());
    List<Fault> faults = new ArrayList<>();
    if (named.isEmpty()) {
      faults.add(new Fault("/component", "is not a component of the protocol"));
    } else if (!content.contents().stream()
        .allMatch(one -> named.stream().anyMatch(c -> c.contents().contains(one)))) {
      faults.add(
          new Fault("/contents", "must be contents that the protocol knows for the component"));
    }
    if (content.fidelity().flatMap(Session.Fidelity::score).isPresent()
        && named.stream().noneMatch(DeliveryPlan.Component::scored)) {
      faults.add(new Fault("/fidelity/miti", "the protocol scores no session of this component"));
    }
    if (content.heldOn().isBefore(includedOn) || content.heldOn().isAfter(today)) {
      faults.add(new Fault("/heldOn", "must not lie in the future nor before the inclusion"));
    }
    if (withdrawnOn.filter(content.heldOn()::isAfter).isPresent()) {
      faults.add(new Fault("/heldOn", "lies after the participant stopped the intervention"));
    }
    return faults;
  }
}
