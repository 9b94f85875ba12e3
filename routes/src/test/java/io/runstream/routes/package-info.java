@NullMarked
package io.runstream.routes;

import org.jspecify.annotations.NullMarked;
