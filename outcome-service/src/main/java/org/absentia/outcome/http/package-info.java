/** Evaluations for anyone with records, and the outcomes of a trial for its analysts. */
@NullMarked
package org.absentia.outcome.http;

import org.jspecify.annotations.NullMarked;
