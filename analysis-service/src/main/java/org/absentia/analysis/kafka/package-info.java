/**
 * What the other services say, read tolerantly: unknown members are passed over, faulty messages
 * named and set aside.
 */
@NullMarked
package org.absentia.analysis.kafka;

import org.jspecify.annotations.NullMarked;
