package org.absentia.outcome.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.absentia.outcome.computation.Generation;
import org.absentia.platform.event.GroupPerChannel;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Names consumer groups after the database that holds what they read: a new database has new
 * groups, and so reads every topic from its start without anybody resetting offsets.
 */
@ApplicationScoped
class DatabaseGroups implements GroupPerChannel.Reader {
  private final Generation generation;
  private final String service;

  DatabaseGroups(
      Generation generation, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.generation = generation;
    this.service = service;
  }

  @Override
  public String suffix() {
    return "." + generation.id();
  }

  /** The group that reads a channel. */
  String name(String channel) {
    return service + "." + channel + suffix();
  }
}
