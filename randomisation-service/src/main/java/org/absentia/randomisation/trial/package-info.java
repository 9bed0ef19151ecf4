/**
 * The conduct of a trial as use cases: opening it, noting whom lists name, contact, enrolment,
 * taking a slot, showing the arm to whoever delivers it, withdrawal, masking a locked dataset. The
 * ports to the database stand here too.
 *
 * <p>Locks are taken in one order everywhere: participant, stratum, log.
 */
@NullMarked
package org.absentia.randomisation.trial;

import org.jspecify.annotations.NullMarked;
