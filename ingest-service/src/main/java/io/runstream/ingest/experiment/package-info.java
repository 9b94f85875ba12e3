@NullMarked
package io.runstream.ingest.experiment;

import org.jspecify.annotations.NullMarked;
