@NullMarked
package io.runstream.api.request;

import org.jspecify.annotations.NullMarked;
