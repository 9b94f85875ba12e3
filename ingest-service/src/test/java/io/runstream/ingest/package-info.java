@NullMarked
package io.runstream.ingest;

import org.jspecify.annotations.NullMarked;
