@NullMarked
package org.absentia.analysis.kafka;

import org.jspecify.annotations.NullMarked;
