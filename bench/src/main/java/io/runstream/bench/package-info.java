@NullMarked
package io.runstream.bench;

import org.jspecify.annotations.NullMarked;
