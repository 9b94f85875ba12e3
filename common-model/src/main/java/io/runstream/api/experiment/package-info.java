@NullMarked
package io.runstream.api.experiment;

import org.jspecify.annotations.NullMarked;
