/** Who may do what: MLflow's permissions, and the events that say who has which. */
@NullMarked
package io.runstream.access;

import org.jspecify.annotations.NullMarked;
