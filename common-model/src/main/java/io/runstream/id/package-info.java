@NullMarked
package io.runstream.id;

import org.jspecify.annotations.NullMarked;
