@NullMarked
package io.runstream.ingest.admission;

import org.jspecify.annotations.NullMarked;
