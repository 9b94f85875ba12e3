/** Clients that write all the time, and write down what they were told. */
@NullMarked
package io.runstream.cluster.load;

import org.jspecify.annotations.NullMarked;
