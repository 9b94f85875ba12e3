@NullMarked
package io.runstream.error;

import org.jspecify.annotations.NullMarked;
