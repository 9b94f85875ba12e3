package io.runstream.query.metric;

import io.runstream.error.SearchErrors;
import io.runstream.query.metric.series.Position;
import java.nio.ByteBuffer;
import java.util.Base64;

/** The last point of a page, as 24 bytes in Base64. Opaque to callers; MLflow's own tokens, an offset each, are refused. */
final class PageToken {
    private static final int BYTES = 2 * Long.BYTES + Double.BYTES;

    private PageToken() {}

    static String encode(Position last) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(last.timestamp())
                .putLong(last.step())
                .putDouble(last.value());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** @throws io.runstream.error.ApiException 400 if it is no token of ours */
    static Position decode(String token) {
        byte[] bytes = base64(token);
        if (bytes.length != BYTES) {
            throw SearchErrors.tokenNotJson(bytes);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Position(buffer.getLong(), buffer.getLong(), buffer.getDouble());
    }

    /** As MLflow decodes: what is not in the alphabet is skipped, and then the padding must be right. */
    private static byte[] base64(String token) {
        String kept = token.replaceAll("[^A-Za-z0-9+/=]", "");
        if (kept.length() % 4 != 0) {
            throw SearchErrors.tokenNotBase64();
        }
        try {
            return Base64.getDecoder().decode(kept);
        } catch (IllegalArgumentException e) {
            throw SearchErrors.tokenNotBase64();
        }
    }
}
