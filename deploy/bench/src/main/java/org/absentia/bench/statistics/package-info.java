/**
 * Measures the statistics engine beside R on the same generated data. A problem holds data and what
 * the engine makes of them; its contenders are functions of R in a process of their own. What both
 * estimate must agree, or the run is worth nothing.
 */
@NullMarked
package org.absentia.bench.statistics;

import org.jspecify.annotations.NullMarked;
