/** Uploads and downloads that go between client and store directly. */
@NullMarked
package io.runstream.artifact.multipart;

import org.jspecify.annotations.NullMarked;
