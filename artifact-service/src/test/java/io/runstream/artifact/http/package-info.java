@NullMarked
package io.runstream.artifact.http;

import org.jspecify.annotations.NullMarked;
