/**
 * A made-up registry: workers, their jobs, pensions and sick leave, and the messages NAV's systems
 * would have written about them. Everything follows from a seed. Absence is generated as spells and
 * grades per person by a return-to-work process; nothing here derives an outcome the way the
 * services do, so that the demo can hold the services against it.
 */
@NullMarked
package org.absentia.suite.world;

import org.jspecify.annotations.NullMarked;
