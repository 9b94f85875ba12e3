@NullMarked
package io.runstream.bench.server;

import org.jspecify.annotations.NullMarked;
