/**
 * Does a sample look normal? Two tests and two pictures, as Stata's {@code swilk}, {@code sktest},
 * {@code qnorm} and {@code histogram} and R's {@code shapiro.test} have them.
 */
@NullMarked
package org.absentia.statistics.normality;

import org.jspecify.annotations.NullMarked;
