/** Answers that are sent while they are made, since they may be too long for the memory. */
@NullMarked
package io.runstream.query.answer;

import org.jspecify.annotations.NullMarked;
