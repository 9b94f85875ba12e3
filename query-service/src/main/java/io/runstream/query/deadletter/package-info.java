/** What an operator does about events that could not be applied. */
@NullMarked
package io.runstream.query.deadletter;

import org.jspecify.annotations.NullMarked;
