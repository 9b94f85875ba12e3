package io.runstream.access;

/** What a permission can be granted on: one thing, or all of a kind. */
public sealed interface Grantable permits Securable, Every {}
