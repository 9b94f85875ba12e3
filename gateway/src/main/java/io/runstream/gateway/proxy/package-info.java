/** Hands a request on, and its answer back. */
@NullMarked
package io.runstream.gateway.proxy;

import org.jspecify.annotations.NullMarked;
