@NullMarked
package io.runstream.routes.sample.homeless;

import org.jspecify.annotations.NullMarked;
