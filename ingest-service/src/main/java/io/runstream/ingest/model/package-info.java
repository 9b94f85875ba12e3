/** Every call that changes a logged model. */
@NullMarked
package io.runstream.ingest.model;

import org.jspecify.annotations.NullMarked;
