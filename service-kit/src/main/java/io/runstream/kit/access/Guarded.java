package io.runstream.kit.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource's method, or on its class for all of them: what it asks of its caller. While authentication is on, a route
 * without it is refused.
 *
 * <p>Names and administrators are looked at before the resource is called. What is asked of an experiment or a model is looked at
 * where the request's own experiment or model is known, so that what is checked is what is used.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Guarded {
    Guard value();
}
