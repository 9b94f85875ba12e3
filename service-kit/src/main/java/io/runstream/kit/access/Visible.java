package io.runstream.kit.access;

import java.util.Set;

/**
 * What a search may find.
 *
 * @param <T> how things are told apart: an experiment's id, a registered model's name
 */
public sealed interface Visible<T> {
    boolean includes(T id);

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
