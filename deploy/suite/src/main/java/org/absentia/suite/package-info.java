/**
 * The one door to a local Absentia: the commands of {@code ./absentia} and the installation they
 * act upon. Commands are found with {@link java.util.ServiceLoader}, so a new one is a class and a
 * line in {@code META-INF/services}.
 */
@NullMarked
package org.absentia.suite;

import org.jspecify.annotations.NullMarked;
