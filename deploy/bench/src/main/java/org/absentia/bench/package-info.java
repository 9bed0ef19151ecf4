/**
 * Measures the services' engines, each as a ratio to a baseline in the same run, and says whether
 * it meets its target. Unlike the suite it reaches past the public interfaces and calls the engines
 * directly: what HTTP and Kafka cost is not the question here.
 */
@NullMarked
package org.absentia.bench;

import org.jspecify.annotations.NullMarked;
