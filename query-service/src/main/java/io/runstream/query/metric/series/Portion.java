package io.runstream.query.metric.series;

/**
 * The next points of a history, in order, each once.
 *
 * @param last whether no point follows; if not, at least one does
 */
public record Portion(Points points, boolean last) {}
