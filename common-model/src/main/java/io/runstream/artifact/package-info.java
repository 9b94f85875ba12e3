/** What an artifact may be called. */
@NullMarked
package io.runstream.artifact;

import org.jspecify.annotations.NullMarked;
