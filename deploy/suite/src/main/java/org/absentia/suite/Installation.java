package org.absentia.suite;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * An Absentia on this machine: its processes, their addresses, and tokens to speak to them. All
 * methods work whether the processes run or not, and across runs of the launcher.
 */
public interface Installation {
  /** Where a component listens: {@code http://127.0.0.1:8081} for a service or the issuer. */
  URI address(Component component);

  /** Kafka's bootstrap address, {@code 127.0.0.1:59092} by default. */
  String kafka();

  /** A bearer token for a role, covering the named trials or, when none is named, all. */
  String token(String role, String... trials);

  /** The directory of all data, {@code .absentia} by default. */
  Path home();

  /** The directory of the log files, one per component: {@code outcome-service.log}. */
  Path logs();

  /**
   * Starts what is missing of the named components and of what they need, shows the progress, and
   * returns when all are ready. What already runs is left alone. No name means everything.
   */
  void up(Component... components);

  /** Stops everything, services first, PostgreSQL last; waits until all are gone. */
  void down();

  /** Kills a component as {@code kill -9} does and waits until it is gone; {@code up} heals. */
  void kill(Component component);

  /**
   * Drops the database of a service that can read everything back from the topics, and starts it
   * anew; returns when it is ready, which may be before it has read everything.
   *
   * @throws IllegalArgumentException for a service that holds what nobody else has
   */
  void rebuild(Component component);

  /** The components whose process runs now, ready or not. */
  Set<Component> running();

  /** What {@code ./absentia status} shows. */
  List<ComponentStatus> status();

  /** Stops everything and deletes all data except secrets and keys. */
  void erase();
}
