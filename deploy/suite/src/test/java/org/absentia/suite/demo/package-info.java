/** Tests of the demo's parts, and the end-to-end test that drives a whole installation. */
@NullMarked
package org.absentia.suite.demo;

import org.jspecify.annotations.NullMarked;
