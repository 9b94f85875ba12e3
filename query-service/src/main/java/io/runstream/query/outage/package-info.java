/** Reads while Postgres is away. */
@NullMarked
package io.runstream.query.outage;

import org.jspecify.annotations.NullMarked;
