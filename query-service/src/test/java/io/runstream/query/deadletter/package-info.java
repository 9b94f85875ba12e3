@NullMarked
package io.runstream.query.deadletter;

import org.jspecify.annotations.NullMarked;
