/** Reads of logged models: look-up and search. */
@NullMarked
package io.runstream.query.model;

import org.jspecify.annotations.NullMarked;
