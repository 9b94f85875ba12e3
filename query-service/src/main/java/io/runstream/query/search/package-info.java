/** MLflow's language for filters and orders, pages, and how they become SQL. */
@NullMarked
package io.runstream.query.search;

import org.jspecify.annotations.NullMarked;
