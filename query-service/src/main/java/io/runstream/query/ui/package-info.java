/** MLflow's own web page, out of the MLflow that the user installed. */
@NullMarked
package io.runstream.query.ui;

import org.jspecify.annotations.NullMarked;
