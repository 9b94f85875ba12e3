@NullMarked
package io.runstream.artifact.multipart;

import org.jspecify.annotations.NullMarked;
