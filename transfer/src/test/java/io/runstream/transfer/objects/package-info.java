@NullMarked
package io.runstream.transfer.objects;

import org.jspecify.annotations.NullMarked;
