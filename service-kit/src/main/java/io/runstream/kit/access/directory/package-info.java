/** The access topic, read from its beginning into memory. */
@NullMarked
package io.runstream.kit.access.directory;

import org.jspecify.annotations.NullMarked;
