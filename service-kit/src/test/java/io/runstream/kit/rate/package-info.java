@NullMarked
package io.runstream.kit.rate;

import org.jspecify.annotations.NullMarked;
