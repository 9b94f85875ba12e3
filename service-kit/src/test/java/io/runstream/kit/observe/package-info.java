@NullMarked
package io.runstream.kit.observe;

import org.jspecify.annotations.NullMarked;
