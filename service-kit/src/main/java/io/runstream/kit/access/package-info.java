/** Who is calling, and whether they may. */
@NullMarked
package io.runstream.kit.access;

import org.jspecify.annotations.NullMarked;
