@NullMarked
package io.runstream.ingest.access;

import org.jspecify.annotations.NullMarked;
