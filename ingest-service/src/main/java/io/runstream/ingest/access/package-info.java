/** Changes to who may do what. */
@NullMarked
package io.runstream.ingest.access;

import org.jspecify.annotations.NullMarked;
