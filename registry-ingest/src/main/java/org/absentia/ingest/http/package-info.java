/**
 * The public operations. A body of many lines is read line by line and taken in a thousand at a
 * time, so that its size does not decide how much memory it needs; what is wrong is answered with
 * the line and the place in it, never with the value.
 */
@NullMarked
package org.absentia.ingest.http;

import org.jspecify.annotations.NullMarked;
