@NullMarked
package io.runstream.ingest.registry;

import org.jspecify.annotations.NullMarked;
