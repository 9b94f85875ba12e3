/** The projection's tables in Postgres: set-based statements, pipelined on one connection. */
@NullMarked
package io.runstream.query.projection.store;

import org.jspecify.annotations.NullMarked;
