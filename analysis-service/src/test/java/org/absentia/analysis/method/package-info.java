@NullMarked
package org.absentia.analysis.method;

import org.jspecify.annotations.NullMarked;
