package io.runstream.kit.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a search may find.
 *
 * @param <T> how things are told apart: an experiment's id, a registered model's name
 */
public sealed interface Visible<T> {
    boolean includes(T id);

    /** Those of the things that may be found, in their order. */
    default <E> List<E> among(Collection<E> things, Function<E, T> id) {
        return things.stream().filter(thing -> includes(id.apply(thing))).toList();
    }

    /**
     * A search that finds only these.
     *
     * @param restricted makes it of the ids and of whether those are wanted, or all others
     */
    default <S> S within(S search, BiFunction<List<T>, Boolean, S> restricted) {
        return switch (this) {
            case Everything<T> everything -> search;
            case Only<T>(var ids) -> restricted.apply(List.copyOf(ids), true);
            case AllBut<T>(var ids) -> restricted.apply(List.copyOf(ids), false);
        };
    }

    record Everything<T>() implements Visible<T> {
        @Override
        public boolean includes(T id) {
            return true;
        }
    }

    record Only<T>(Set<T> ids) implements Visible<T> {
        public Only {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean includes(T id) {
            return ids.contains(id);
        }
    }

    record AllBut<T>(Set<T> ids) implements Visible<T> {
        public AllBut {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean includes(T id) {
            return !ids.contains(id);
        }
    }
}
