@NullMarked
package io.runstream.limit;

import org.jspecify.annotations.NullMarked;
