@NullMarked
package io.runstream.embedded;

import org.jspecify.annotations.NullMarked;
