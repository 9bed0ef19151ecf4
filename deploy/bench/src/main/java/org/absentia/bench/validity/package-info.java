/**
 * Whether the statistics engine's tests reject, and its intervals cover, as often as they say: by
 * simulation, with fixed seeds. A scenario is data (what is drawn, which method is applied, which
 * questions are asked of its result); one class holds the scenarios of one family of methods.
 */
@NullMarked
package org.absentia.bench.validity;

import org.jspecify.annotations.NullMarked;
