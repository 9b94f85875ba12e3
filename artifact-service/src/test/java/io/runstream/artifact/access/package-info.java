@NullMarked
package io.runstream.artifact.access;

import org.jspecify.annotations.NullMarked;
