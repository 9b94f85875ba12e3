/**
 * All services and backends on this machine, each a process of its own: for whoever wants to see it work, and for tests of
 * what happens when one of them is killed.
 */
@NullMarked
package io.runstream.cluster;

import org.jspecify.annotations.NullMarked;
