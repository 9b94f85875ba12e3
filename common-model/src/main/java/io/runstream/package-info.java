@org.jspecify.annotations.NullMarked
package io.runstream;
