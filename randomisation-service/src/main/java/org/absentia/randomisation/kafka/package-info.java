/**
 * Tells other services what happened, and hears whom candidate lists name and that a dataset was
 * locked or analysed. No event but the masked labels tells of arms before two persons agreed to it.
 */
@NullMarked
package org.absentia.randomisation.kafka;

import org.jspecify.annotations.NullMarked;
