@NullMarked
package io.runstream.testkit;

import org.jspecify.annotations.NullMarked;
