/** Everything in one process on one folder: a broker, a Postgres, and the services of the other modules. */
@NullMarked
package io.runstream.standalone;

import org.jspecify.annotations.NullMarked;
