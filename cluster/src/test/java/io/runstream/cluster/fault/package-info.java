@NullMarked
package io.runstream.cluster.fault;

import org.jspecify.annotations.NullMarked;
