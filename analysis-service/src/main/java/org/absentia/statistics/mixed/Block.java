package org.absentia.statistics.mixed;

import org.absentia.statistics.data.Vector;

/**
 * The rows of one group that its random terms reach, rotated so that Z* is a triangle.
 *
 * @param triangle q by q by rows, the rotated Z*; rows of zeros where the group has fewer rows
 * @param values q by p + 1 by rows: the rotated X* and y*
 */
record Block(Vector triangle, Vector values) {}
