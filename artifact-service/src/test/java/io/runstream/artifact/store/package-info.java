@NullMarked
package io.runstream.artifact.store;

import org.jspecify.annotations.NullMarked;
