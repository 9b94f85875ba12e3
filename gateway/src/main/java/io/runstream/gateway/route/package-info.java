/** Which service answers which request. */
@NullMarked
package io.runstream.gateway.route;

import org.jspecify.annotations.NullMarked;
