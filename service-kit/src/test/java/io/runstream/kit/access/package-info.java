@NullMarked
package io.runstream.kit.access;

import org.jspecify.annotations.NullMarked;
