@NullMarked
package org.absentia.analysis.http;

import org.jspecify.annotations.NullMarked;
