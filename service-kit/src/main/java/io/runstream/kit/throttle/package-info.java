/** Slows down whoever does something too often. */
@NullMarked
package io.runstream.kit.throttle;

import org.jspecify.annotations.NullMarked;
