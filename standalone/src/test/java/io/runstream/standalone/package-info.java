@NullMarked
package io.runstream.standalone;

import org.jspecify.annotations.NullMarked;
