/** What a caller may read. */
@NullMarked
package io.runstream.query.access;

import org.jspecify.annotations.NullMarked;
