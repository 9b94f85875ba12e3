@NullMarked
package io.runstream.routes.sample.write;

import org.jspecify.annotations.NullMarked;
