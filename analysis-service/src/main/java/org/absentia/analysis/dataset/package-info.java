/**
 * What is known of a trial's participants, and how it is frozen: the lock takes one picture of all
 * rows, the labels come from the randomisation-service, and from then on the masked dataset never
 * changes. Completeness and locking are plain functions of the facts, whatever the order in which
 * these arrived.
 */
@NullMarked
package org.absentia.analysis.dataset;

import org.jspecify.annotations.NullMarked;
