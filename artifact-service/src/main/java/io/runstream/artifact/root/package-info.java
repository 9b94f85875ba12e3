/** Where runs and models keep their artifacts. */
@NullMarked
package io.runstream.artifact.root;

import org.jspecify.annotations.NullMarked;
