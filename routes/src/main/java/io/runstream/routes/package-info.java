/** The route table, read from the annotations of the resources themselves. */
@NullMarked
package io.runstream.routes;

import org.jspecify.annotations.NullMarked;
