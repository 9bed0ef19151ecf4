/**
 * Tells other services what happened, and hears whom candidate lists name and that a dataset was
 * locked. No event but the masked labels tells of arms.
 */
@NullMarked
package org.absentia.randomisation.kafka;

import org.jspecify.annotations.NullMarked;
