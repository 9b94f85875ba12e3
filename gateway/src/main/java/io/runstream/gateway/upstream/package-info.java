/** The replicas of the services, and which of them take requests now. */
@NullMarked
package io.runstream.gateway.upstream;

import org.jspecify.annotations.NullMarked;
