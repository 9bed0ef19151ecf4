package org.absentia.analysis.run;

/** The arm that a label stood for: its name in allocations, and what tables call it. */
public record NamedArm(String label, String arm, String name) {}
