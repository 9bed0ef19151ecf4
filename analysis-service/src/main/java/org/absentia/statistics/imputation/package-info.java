/**
 * Missing data: multiple imputation by chained equations (White, Royston and Wood 2011; van Buuren
 * 2018) and the rules by which the fits to completed data become one (Rubin 1987; Barnard and Rubin
 * 1999). Every imputation is a chain of its own on its own stream of random numbers, so the numbers
 * do not depend on how many threads share the work. Formulas: contracts/statistics-formulas.md F11
 * and F12.
 */
@NullMarked
package org.absentia.statistics.imputation;

import org.jspecify.annotations.NullMarked;
