/** The GraphQL door that MLflow's web page uses beside REST: the same services behind it. */
@NullMarked
package io.runstream.query.graphql;

import org.jspecify.annotations.NullMarked;
