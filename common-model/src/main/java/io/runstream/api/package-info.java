@NullMarked
package io.runstream.api;

import org.jspecify.annotations.NullMarked;
