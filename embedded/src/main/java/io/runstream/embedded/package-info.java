/**
 * A Kafka broker inside this JVM and a Postgres server beside it, each on a folder of its own: real ones, durable, on
 * loopback only.
 */
@NullMarked
package io.runstream.embedded;

import org.jspecify.annotations.NullMarked;
