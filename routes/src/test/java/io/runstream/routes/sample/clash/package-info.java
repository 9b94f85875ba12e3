@NullMarked
package io.runstream.routes.sample.clash;

import org.jspecify.annotations.NullMarked;
