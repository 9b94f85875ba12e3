@NullMarked
package io.runstream.query.audit;

import org.jspecify.annotations.NullMarked;
