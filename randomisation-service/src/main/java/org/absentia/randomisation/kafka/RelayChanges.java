package org.absentia.randomisation.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.absentia.platform.event.Relay;
import org.absentia.randomisation.trial.Changes;

/** Wakes the relay when the transaction in progress has committed. */
@ApplicationScoped
class RelayChanges implements Changes {
  private final Relay relay;

  RelayChanges(Relay relay) {
    this.relay = relay;
  }

  @Override
  public void announce() {
    relay.wake();
  }
}
