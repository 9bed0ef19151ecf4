/**
 * The statistics engine over HTTP: one class per method of contracts/statistics.md section 2, which
 * reads its options, lets the engine compute, and writes the answer. Nothing is kept.
 */
@NullMarked
package org.absentia.analysis.method;

import org.jspecify.annotations.NullMarked;
