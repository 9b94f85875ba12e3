@NullMarked
package io.runstream.kit.time;

import org.jspecify.annotations.NullMarked;
