@NullMarked
package io.runstream.api.run;

import org.jspecify.annotations.NullMarked;
