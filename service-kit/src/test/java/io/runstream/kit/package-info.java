@NullMarked
package io.runstream.kit;

import org.jspecify.annotations.NullMarked;
