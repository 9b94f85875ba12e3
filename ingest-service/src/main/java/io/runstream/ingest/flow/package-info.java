@NullMarked
package io.runstream.ingest.flow;

import org.jspecify.annotations.NullMarked;
