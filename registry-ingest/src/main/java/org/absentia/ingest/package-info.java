@NullMarked
package org.absentia.ingest;

import org.jspecify.annotations.NullMarked;
