/** Artifacts by their paths in the default store: what MLflow's clients upload to and download from. */
@NullMarked
package io.runstream.artifact.proxy;

import org.jspecify.annotations.NullMarked;
