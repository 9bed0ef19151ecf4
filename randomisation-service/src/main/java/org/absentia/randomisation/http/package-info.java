/**
 * The REST interface. Each operation names its role; a trial that the token does not cover looks
 * like one that is not there.
 */
@NullMarked
package org.absentia.randomisation.http;

import org.jspecify.annotations.NullMarked;
