/** Stores that speak S3: objects' bytes by signed requests of Vert.x's HTTP client, everything else by MinIO's SDK. */
@NullMarked
package io.runstream.artifact.s3;

import org.jspecify.annotations.NullMarked;
