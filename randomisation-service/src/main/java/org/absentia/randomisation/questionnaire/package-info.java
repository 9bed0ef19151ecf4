/**
 * Questionnaires after enrolment as use cases: what a participant answered at each timepoint in
 * every version, what the answers amount to, what is due, and whom to remind. Nobody's role is
 * known here, so that a participant's own link does the same as a recruiter. The ports to the
 * database stand here too.
 */
@NullMarked
package org.absentia.randomisation.questionnaire;

import org.jspecify.annotations.NullMarked;
