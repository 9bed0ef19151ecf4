/**
 * Starts, watches and stops the processes of a local installation. What runs is remembered in
 * files, so every command works on its own; a process is known by pid and start time, never by pid
 * alone.
 */
@NullMarked
package org.absentia.suite.launch;

import org.jspecify.annotations.NullMarked;
