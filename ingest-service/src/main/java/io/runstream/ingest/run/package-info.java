@NullMarked
package io.runstream.ingest.run;

import org.jspecify.annotations.NullMarked;
