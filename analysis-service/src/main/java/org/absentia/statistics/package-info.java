/**
 * The statistics engine: plain Java, one package a family of methods, each used in the same way: a
 * specification record is applied to immutable data and answers with a result record. It knows
 * nothing of trials, services or files, so that a statistician can read it against the formulas
 * alone. A number that the data do not define is {@code NaN} here and {@code null} in JSON.
 */
@NullMarked
package org.absentia.statistics;

import org.jspecify.annotations.NullMarked;
