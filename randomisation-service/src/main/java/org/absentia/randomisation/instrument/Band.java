package org.absentia.randomisation.instrument;

import java.math.BigDecimal;

/** A named range of a score; it reaches up to the next band. */
public record Band(String name, BigDecimal atLeast) {}
