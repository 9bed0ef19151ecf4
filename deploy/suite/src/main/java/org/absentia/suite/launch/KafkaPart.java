package org.absentia.suite.launch;

import java.nio.file.Path;
import java.util.List;
import org.absentia.local.KafkaBroker;
import org.absentia.local.Ports;
import org.absentia.local.Topics;
import org.absentia.suite.Component;

/** The Kafka broker; ready when every topic exists. */
record KafkaPart(Path directory, int port, int controllerPort) implements Part {
  @Override
  public Component component() {
    return Component.KAFKA;
  }

  @Override
  public void prepare() {
    Ports.requireFree("kafka's controller", controllerPort);
  }

  @Override
  public List<String> command() {
    return Jvm.ofOurs(
        KafkaBroker.class,
        List.of("-Xmx192m"),
        List.of(directory.toString(), Integer.toString(port), Integer.toString(controllerPort)));
  }

  @Override
  public boolean ready() {
    return Ports.answers(port) && Topics.ours().allExist("127.0.0.1:" + port);
  }
}
