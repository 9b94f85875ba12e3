@NullMarked
package io.runstream.artifact.s3;

import org.jspecify.annotations.NullMarked;
