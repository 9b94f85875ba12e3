/** Requests and answers about logged models, in MLflow's names. */
@NullMarked
package io.runstream.api.model;

import org.jspecify.annotations.NullMarked;
