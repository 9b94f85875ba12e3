/** Holds what documents say of metrics against what services tell. */
@NullMarked
package io.runstream.testkit.metrics;

import org.jspecify.annotations.NullMarked;
