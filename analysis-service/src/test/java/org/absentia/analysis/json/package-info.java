@NullMarked
package org.absentia.analysis.json;

import org.jspecify.annotations.NullMarked;
