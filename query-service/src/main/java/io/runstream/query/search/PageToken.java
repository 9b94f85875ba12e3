package io.runstream.query.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.error.SearchErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the values by which the search is ordered, as they were in the page's last row. So the next page
 * goes on behind that row even if it has changed or moved meanwhile, and costs no more than the first.
 *
 * @param order which order the values belong to; another order can't be continued with them
 * @param last a value for each column of the order
 */
public record PageToken(String order, ArrayNode last) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
    private static final int MAX_LENGTH = 1_000_000;
    private static final int GROUP = 4;

    /** Opaque to whoever reads it. */
    public String encode() {
        ObjectNode token = JSON.createObjectNode().put("order", order);
        token.set("last", last);
        try {
            return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(token));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param token as the caller sent it; null and the empty string ask for the first page
     * @return null for the first page
     * @throws io.runstream.error.ApiException 400 if no page ever ended with this token
     */
    public static @Nullable PageToken decode(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        JsonNode json = readJson(readBase64(token));
        JsonNode last = json.get("last");
        JsonNode order = json.get("order");
        if (!(last instanceof ArrayNode values) || order == null || !order.isTextual()) {
            throw SearchErrors.tokenNotOurs(json.toString());
        }
        return new PageToken(order.textValue(), values);
    }

    /** As Python does: characters that are not of the alphabet do not count. */
    private static byte[] readBase64(String token) {
        String digits = NOT_BASE64.matcher(token).replaceAll("");
        int padding = (GROUP - digits.length() % GROUP) % GROUP;
        boolean padded =
                padding == 0 || padding < GROUP - 1 && token.stripTrailing().endsWith("=".repeat(padding));
        if (!padded || token.length() > MAX_LENGTH || NOT_ASCII.matcher(token).find()) {
            throw SearchErrors.tokenNotBase64();
        }
        return Base64.getDecoder().decode(digits);
    }

    private static JsonNode readJson(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (json != null && !json.isMissingNode()) {
                return json;
            }
        } catch (IOException e) {
            throw SearchErrors.tokenNotJson(bytes);
        }
        throw SearchErrors.tokenNotJson(bytes);
    }
}
