package io.runstream.ingest.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.ingest.IngestConfig;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the state of runs, experiments or logged models, each entry with the time it was learned.
 *
 * <p>A young entry is used as it is; an older one too, while it is asked for anew; one older still only after the answer,
 * or if there is none: a log that goes on taking events must not wait for a database that is down. What is not there is
 * not remembered: it may be there the next moment.
 */
final class StateCache<K, V> {
    private final Cache<K, Entry<V>> entries;
    private final Function<K, Uni<V>> source;
    private final LongSupplier nanoTime;
    private final long refreshAfter;
    private final long expireAfter;
    private final Duration maxWait;

    StateCache(IngestConfig.Admission config, Function<K, Uni<V>> source, LongSupplier nanoTime) {
        this(
                config.maxEntries(),
                source,
                nanoTime,
                config.refreshAfter().toNanos(),
                config.expireAfter().toNanos(),
                config.maxWait());
    }

    private StateCache(
            int maxEntries,
            Function<K, Uni<V>> source,
            LongSupplier nanoTime,
            long refreshAfter,
            long expireAfter,
            Duration maxWait) {
        this.entries = Caffeine.newBuilder().maximumSize(maxEntries).build();
        this.source = source;
        this.nanoTime = nanoTime;
        this.refreshAfter = refreshAfter;
        this.expireAfter = expireAfter;
        this.maxWait = maxWait;
    }

    /** For what never changes once it is known: entries don't age. */
    static <K, V> StateCache<K, V> lasting(IngestConfig.Admission config, Function<K, Uni<V>> source) {
        return new StateCache<>(config.maxEntries(), source, () -> 0, Long.MAX_VALUE, Long.MAX_VALUE, config.maxWait());
    }

    private record Entry<V>(V state, long learned, AtomicBoolean refreshing) {
        Entry(V state, long learned) {
            this(state, learned, new AtomicBoolean());
        }
    }

    /** Null unless it can be used without asking. */
    @Nullable
    V peek(K key) {
        Entry<V> entry = entries.getIfPresent(key);
        if (entry == null) {
            return null;
        }
        long age = nanoTime.getAsLong() - entry.learned();
        if (age > expireAfter) {
            return null;
        }
        if (age > refreshAfter && entry.refreshing().compareAndSet(false, true)) {
            refresh(key, entry);
        }
        return entry.state();
    }

    /** Asks if it must; fails as the source does if there is no such thing, or nothing is known and there is no answer. */
    Uni<V> get(K key) {
        V known = peek(key);
        return known != null ? Uni.createFrom().item(known) : ask(key);
    }

    /**
     * A log that takes events must not wait for whoever could say more of something that is known, or has been heard of
     * while the question was under way.
     */
    private Uni<V> ask(K key) {
        Uni<V> answer =
                source.apply(key).invoke(state -> put(key, state)).memoize().indefinitely();
        return answer.ifNoItem()
                .after(maxWait)
                .recoverWithUni(() -> known(key).onItem().ifNull().switchTo(answer))
                .onFailure(StateCache::isOutage)
                .recoverWithUni(outage -> known(key).onItem().ifNull().failWith(outage));
    }

    /** However old; it counts as young from then on, so that not everybody waits. Null if there is none. */
    private Uni<@Nullable V> known(K key) {
        Entry<V> entry = entries.getIfPresent(key);
        if (entry == null) {
            return Uni.createFrom().nullItem();
        }
        put(key, entry.state());
        return Uni.createFrom().item(entry.state());
    }

    private void refresh(K key, Entry<V> old) {
        source.apply(key).subscribe().with(state -> put(key, state), failure -> {
            if (isOutage(failure)) {
                put(key, old.state());
            } else {
                entries.invalidate(key);
            }
        });
    }

    private static boolean isOutage(Throwable failure) {
        return !(failure instanceof ApiException refusal) || refusal.code() != ErrorCode.RESOURCE_DOES_NOT_EXIST;
    }

    /** For what is heard of something: taken unless something newer is known. */
    void hear(K key, V state, Predicate<V> isNewerThan) {
        entries.asMap()
                .compute(
                        key,
                        (same, old) -> old == null || isNewerThan.test(old.state())
                                ? new Entry<>(state, nanoTime.getAsLong())
                                : old);
    }

    /** For what this instance learns by doing it. */
    void put(K key, V state) {
        entries.put(key, new Entry<>(state, nanoTime.getAsLong()));
    }
}
