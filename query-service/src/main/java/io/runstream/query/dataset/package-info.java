/** Reads of what datasets runs read. */
@NullMarked
package io.runstream.query.dataset;

import org.jspecify.annotations.NullMarked;
