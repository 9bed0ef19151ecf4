package org.absentia.randomisation.protocol;

/** A trial arm: the name used in allocations, and what tables call it. */
public record Arm(String name, String label) {}
