package io.runstream.query.metric.series;

import io.runstream.id.RunId;

/** What a run logged under one key. There need not be any. */
public record Series(RunId run, String key) {}
