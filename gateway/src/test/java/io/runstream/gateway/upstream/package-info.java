@NullMarked
package io.runstream.gateway.upstream;

import org.jspecify.annotations.NullMarked;
