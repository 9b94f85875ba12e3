@NullMarked
package io.runstream.kit.throttle;

import org.jspecify.annotations.NullMarked;
