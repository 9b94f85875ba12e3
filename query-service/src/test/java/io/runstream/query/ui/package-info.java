@NullMarked
package io.runstream.query.ui;

import org.jspecify.annotations.NullMarked;
