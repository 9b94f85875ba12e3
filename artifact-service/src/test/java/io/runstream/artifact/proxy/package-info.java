@NullMarked
package io.runstream.artifact.proxy;

import org.jspecify.annotations.NullMarked;
