/**
 * Runs a whole trial on the synthetic registry through the public interfaces of the services, as an
 * integrator, a recruiter and an analyst would, and holds what comes out against the truth of the
 * world that went in.
 */
@NullMarked
package org.absentia.suite.demo;

import org.jspecify.annotations.NullMarked;
