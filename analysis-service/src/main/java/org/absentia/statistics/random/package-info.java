/**
 * Random numbers that anyone can repeat: streams grow from one seed by names and indexes, not by
 * the order in which work happens to be done, so a result is the same on every machine and with
 * every number of threads. Not for secrets.
 */
@NullMarked
package org.absentia.statistics.random;

import org.jspecify.annotations.NullMarked;
