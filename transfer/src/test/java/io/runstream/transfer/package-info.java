@NullMarked
package io.runstream.transfer;

import org.jspecify.annotations.NullMarked;
