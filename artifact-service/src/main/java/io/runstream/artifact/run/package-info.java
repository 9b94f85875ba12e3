/** Artifacts by the run or model they belong to: what the web page and the Java client ask. */
@NullMarked
package io.runstream.artifact.run;

import org.jspecify.annotations.NullMarked;
