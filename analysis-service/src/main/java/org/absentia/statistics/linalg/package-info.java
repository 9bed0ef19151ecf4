/**
 * Linear algebra as statistics needs it: least squares by Householder's reflections on scaled
 * columns, which says which columns earlier ones explain. Dense matrices are EJML's.
 */
@NullMarked
package org.absentia.statistics.linalg;

import org.jspecify.annotations.NullMarked;
