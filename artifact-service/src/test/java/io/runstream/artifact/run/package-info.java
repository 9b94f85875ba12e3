@NullMarked
package io.runstream.artifact.run;

import org.jspecify.annotations.NullMarked;
