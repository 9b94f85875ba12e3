@NullMarked
package io.runstream.api.registry;

import org.jspecify.annotations.NullMarked;
