@NullMarked
package io.runstream.ingest.http;

import org.jspecify.annotations.NullMarked;
