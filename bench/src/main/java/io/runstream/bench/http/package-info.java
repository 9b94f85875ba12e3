@NullMarked
package io.runstream.bench.http;

import org.jspecify.annotations.NullMarked;
