/**
 * Real backends for tests: one broker and one Postgres for all tests of a JVM, with fresh databases and topics in them.
 */
@NullMarked
package io.runstream.testkit;

import org.jspecify.annotations.NullMarked;
