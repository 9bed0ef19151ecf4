/** What the metrics of every service may say. */
@NullMarked
package org.absentia.platform.metrics;

import org.jspecify.annotations.NullMarked;
