@NullMarked
package io.runstream.access;

import org.jspecify.annotations.NullMarked;
