@NullMarked
package io.runstream.ingest.log;

import org.jspecify.annotations.NullMarked;
