@NullMarked
package io.runstream.kit.log;

import org.jspecify.annotations.NullMarked;
