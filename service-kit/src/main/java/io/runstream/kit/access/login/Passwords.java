package io.runstream.kit.access.login;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.runstream.access.User;
import io.runstream.error.AccessErrors;
import io.runstream.kit.access.AccessConfig;
import io.runstream.kit.http.EventLoops;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and verifies digests of passwords on threads of its own, and remembers the passwords that were right: by a digest under
 * a key that only this process has, of the password together with the stored digest. So what is remembered of a user whose
 * password has changed, or who is gone, is never found again.
 */
@Singleton
public class Passwords {
    private static final int MOST_WAITING = 256;
    private static final String MAC = "HmacSHA256";

    private final PasswordHasher hasher;
    private final SecretKeySpec key;
    /** What is verified when nobody has the name: as slow as a wrong password. */
    private final String nobodysHash;

    private final AsyncCache<ByteBuffer, Boolean> right;
    private final ExecutorService threads;

    @Inject
    Passwords(AccessConfig config) {
        this(config.rememberedPasswords(), PasswordHasher.ITERATIONS);
    }

    Passwords(int remembered, int iterations) {
        SecureRandom random = new SecureRandom();
        this.hasher = new PasswordHasher(random, iterations);
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, MAC);
        this.nobodysHash = hasher.hash(Long.toHexString(random.nextLong()));
        this.right = Caffeine.newBuilder().maximumSize(remembered).buildAsync();
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("runstream-passwords-", 0).factory());
    }

    /**
     * A digest to store.
     *
     * @return fails with an {@link io.runstream.error.ApiException}, 429, if too many passwords are under way
     */
    public Uni<String> hash(String password) {
        return later(() -> onThread(() -> hasher.hash(password)));
    }

    /** Whether the password is remembered as the user's: costs some microseconds. */
    boolean isRemembered(User user, String password) {
        CompletableFuture<Boolean> known = right.getIfPresent(keyOf(user.passwordHash(), password));
        return known != null && known.isDone() && !known.isCompletedExceptionally() && known.join();
    }

    /**
     * Whether the password is the user's. Whoever asks the same while it is being found out waits for that answer.
     *
     * @param user null if nobody has the name; then it takes as long, and is false
     * @return fails with an {@link io.runstream.error.ApiException}, 429, if too many passwords are under way
     */
    public Uni<Boolean> isRight(@Nullable User user, String password) {
        return later(() -> find(user, password));
    }

    private CompletionStage<Boolean> find(@Nullable User user, String password) {
        String hash = user == null ? nobodysHash : user.passwordHash();
        ByteBuffer digest = keyOf(hash, password);
        return right.get(
                        digest,
                        (unused, alsoUnused) -> onThread(() -> PasswordHasher.matches(password, hash))
                                .toCompletableFuture())
                .thenApply(matches -> {
                    if (!matches) {
                        right.synchronous().invalidate(digest);
                    }
                    return matches && user != null;
                });
    }

    /** Whether two records have the same password, and so the same answer. */
    static boolean sameHash(@Nullable User before, @Nullable User now) {
        return before == null || now == null
                ? before == now
                : before.passwordHash().equals(now.passwordHash());
    }

    private static <T> Uni<T> later(Supplier<CompletionStage<T>> stage) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().completionStage(stage).emitOn(EventLoops.current()));
    }

    private <T> CompletionStage<T> onThread(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(AccessErrors.tooManyLogins());
        }
    }

    private ByteBuffer keyOf(String hash, String password) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
