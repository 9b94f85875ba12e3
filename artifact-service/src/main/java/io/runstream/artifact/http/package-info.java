/** What artifacts look like on the wire. */
@NullMarked
package io.runstream.artifact.http;

import org.jspecify.annotations.NullMarked;
