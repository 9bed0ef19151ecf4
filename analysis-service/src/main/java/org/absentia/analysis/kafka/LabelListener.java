package org.absentia.analysis.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.absentia.analysis.dataset.ReceiveLabel;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the labels that the randomisation-service drew for a frozen dataset. */
@ApplicationScoped
class LabelListener {

  private final Inbox inbox;
  private final ReceiveLabel receiveLabel;

  LabelListener(Inbox inbox, ReceiveLabel receiveLabel) {
    this.inbox = inbox;
    this.receiveLabel = receiveLabel;
  }

  @Incoming("allocation-masked")
  @Blocking
  void allocationMasked(ConsumerRecord<String, byte[]> message) {
    inbox.receive(
        message,
        json -> {
          ReceiveLabel.Label label = FactListener.read(json, Wire::label);
          switch (receiveLabel.receive(label)) {
            case APPLIED, WITHOUT_EFFECT -> {}
            case CONTRADICTED -> throw new MalformedMessage("the locked dataset says otherwise");
          }
        });
  }
}
