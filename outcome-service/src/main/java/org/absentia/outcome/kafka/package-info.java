/**
 * What other services say happened: one listener per topic, each message read into a fact. What
 * cannot be understood goes to the dead-letter topic.
 */
@NullMarked
package org.absentia.outcome.kafka;

import org.jspecify.annotations.NullMarked;
