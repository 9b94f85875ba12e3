@NullMarked
package io.runstream.kit.access.login;

import org.jspecify.annotations.NullMarked;
