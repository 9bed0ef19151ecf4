package org.absentia.suite.world;

/** As the population register says. */
public enum Sex {
  FEMALE,
  MALE
}
