@NullMarked
package io.runstream;

import org.jspecify.annotations.NullMarked;
