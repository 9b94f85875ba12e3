@NullMarked
package io.runstream.kit.http;

import org.jspecify.annotations.NullMarked;
