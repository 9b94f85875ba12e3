/** Whose artifacts those are, and whether a caller may. */
@NullMarked
package io.runstream.artifact.access;

import org.jspecify.annotations.NullMarked;
