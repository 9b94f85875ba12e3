@NullMarked
package io.runstream.gateway.proxy;

import org.jspecify.annotations.NullMarked;
