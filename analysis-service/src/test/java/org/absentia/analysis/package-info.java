@NullMarked
package org.absentia.analysis;

import org.jspecify.annotations.NullMarked;
