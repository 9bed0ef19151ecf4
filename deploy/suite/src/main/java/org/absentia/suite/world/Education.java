package org.absentia.suite.world;

/** The highest education a person has finished. */
public enum Education {
  COMPULSORY,
  HIGH_SCHOOL,
  HIGHER_UNDER_4,
  HIGHER_4_OR_MORE
}
