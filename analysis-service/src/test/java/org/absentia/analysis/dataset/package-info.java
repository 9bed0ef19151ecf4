@NullMarked
package org.absentia.analysis.dataset;

import org.jspecify.annotations.NullMarked;
