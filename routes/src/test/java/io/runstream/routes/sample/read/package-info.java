@NullMarked
package io.runstream.routes.sample.read;

import org.jspecify.annotations.NullMarked;
