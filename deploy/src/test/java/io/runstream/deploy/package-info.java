@NullMarked
package io.runstream.deploy;

import org.jspecify.annotations.NullMarked;
