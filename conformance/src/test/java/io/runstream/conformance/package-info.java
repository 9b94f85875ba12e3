/** What users of MLflow's Java client do, done to a running server. */
@NullMarked
package io.runstream.conformance;

import org.jspecify.annotations.NullMarked;
