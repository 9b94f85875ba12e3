@NullMarked
package io.runstream.event;

import org.jspecify.annotations.NullMarked;
