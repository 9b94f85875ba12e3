@NullMarked
package io.runstream.artifact;

import org.jspecify.annotations.NullMarked;
