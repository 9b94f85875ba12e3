/** One address for all services. */
@NullMarked
package io.runstream.gateway;

import org.jspecify.annotations.NullMarked;
