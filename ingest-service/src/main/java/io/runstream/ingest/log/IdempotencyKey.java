package io.runstream.ingest.log;

import com.google.protobuf.ByteString;
import io.runstream.error.RequestErrors;
import io.runstream.event.v1.Idempotency;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.id.RunId;
import io.runstream.limit.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request carried as {@value #HEADER}: the same key again gets the first answer and writes nothing.
 *
 * @param key as sent, behind the name of who sent it if that is known: one caller's key never gets another's answer
 * @param bodyDigest of the request's body: the key can't be used for another one
 */
public record IdempotencyKey(String key, ByteString bodyDigest) {
    public static final String HEADER = "Idempotency-Key";

    /**
     * @param header null if the request had none
     * @param principal who sent it; empty if nobody is asked for their name
     * @return null if the request had none
     * @throws io.runstream.error.ApiException 400 if it is empty, too long or not printable
     */
    public static @Nullable IdempotencyKey from(@Nullable String header, byte[] body, String principal) {
        if (header == null) {
            return null;
        }
        boolean printable = header.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (header.isEmpty() || header.length() > Limits.IDEMPOTENCY_KEY_LENGTH || !printable) {
            throw RequestErrors.idempotencyKeyLength(Limits.IDEMPOTENCY_KEY_LENGTH);
        }
        // No header has a space in it, so where the name ends is certain.
        String key = principal.isEmpty() ? header : principal + " " + header;
        return new IdempotencyKey(key, ByteString.copyFrom(digest(body)));
    }

    /** What the event may be applied under: the same body sent to another endpoint makes another kind of event. */
    Idempotency scopedTo(TrackingEvent.EventCase kind) {
        ByteString scope = ByteString.copyFrom(new byte[] {(byte) kind.getNumber()});
        return Idempotency.newBuilder()
                .setKey(key)
                .setFingerprint(scope.concat(bodyDigest))
                .build();
    }

    /** The id of the run that a creation with this key makes: the same whichever replica gets it. */
    public RunId runId() {
        return new RunId(derivedId());
    }

    /** The id of the logged model that a creation with this key makes. */
    public LoggedModelId modelId() {
        return new LoggedModelId(derivedId());
    }

    private UUID derivedId() {
        ByteBuffer digest = ByteBuffer.wrap(digest(key.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
