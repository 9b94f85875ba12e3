@NullMarked
package io.runstream.artifact.root;

import org.jspecify.annotations.NullMarked;
