@NullMarked
package org.absentia.platform;

import org.jspecify.annotations.NullMarked;
