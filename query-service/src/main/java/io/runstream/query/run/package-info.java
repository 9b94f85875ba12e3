/** Reads of runs: look-up and search. */
@NullMarked
package io.runstream.query.run;

import org.jspecify.annotations.NullMarked;
