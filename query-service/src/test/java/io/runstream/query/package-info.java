@NullMarked
package io.runstream.query;

import org.jspecify.annotations.NullMarked;
