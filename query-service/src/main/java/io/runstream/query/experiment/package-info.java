/** Reads of experiments: look-up and search. */
@NullMarked
package io.runstream.query.experiment;

import org.jspecify.annotations.NullMarked;
