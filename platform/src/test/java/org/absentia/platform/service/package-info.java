/** A service of two tables on which the plumbing is tested. */
@NullMarked
package org.absentia.platform.service;

import org.jspecify.annotations.NullMarked;
