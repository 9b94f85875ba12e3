/** How much one caller may have. */
@NullMarked
package io.runstream.kit.rate;

import org.jspecify.annotations.NullMarked;
