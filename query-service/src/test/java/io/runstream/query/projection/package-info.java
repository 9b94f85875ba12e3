@NullMarked
package io.runstream.query.projection;

import org.jspecify.annotations.NullMarked;
