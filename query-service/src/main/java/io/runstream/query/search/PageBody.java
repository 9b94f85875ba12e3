package io.runstream.query.search;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.runstream.query.answer.ChunkedJson.Chunk;
import io.runstream.query.answer.ChunkedJson.Source;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page of what a search found: the list, unless it is empty, and the token of the next page, if there is one. A long
 * page is read in parts, so memory stays flat whatever its length; each part is as of its own moment, as pages are.
 *
 * <p>Not thread-safe.
 */
final class PageBody<T> implements Source {
    /** MLflow's Python client asks for pages of 10,000. */
    private static final int PART = 500;

    private final String list;
    private final PageSource<T> source;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final JsonGenerator json;
    private final ObjectWriter items;
    private int remaining;
    private @Nullable PageToken after;
    private boolean begun;

    PageBody(ObjectMapper mapper, String list, int size, @Nullable PageToken after, PageSource<T> source) {
        this.list = list;
        this.source = source;
        this.remaining = size;
        this.after = after;
        this.items = mapper.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        try {
            this.json = mapper.createGenerator(written);
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Uni<Chunk> next() {
        return source.page(after, Math.min(PART, remaining)).map(this::write);
    }

    private Chunk write(Page<T> part) {
        try {
            writeItems(part);
            remaining -= part.items().size();
            after = part.nextToken();
            boolean last = after == null || remaining == 0;
            if (last) {
                writeEnd(part.encodedToken());
            }
            return new Chunk(take(), last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeItems(Page<T> part) throws IOException {
        for (T item : part.items()) {
            if (!begun) {
                json.writeArrayFieldStart(list);
                begun = true;
            }
            items.writeValue(json, item);
        }
    }

    private void writeEnd(@Nullable String nextPageToken) throws IOException {
        if (begun) {
            json.writeEndArray();
        }
        if (nextPageToken != null) {
            json.writeStringField("next_page_token", nextPageToken);
        }
        json.writeEndObject();
    }

    private byte[] take() throws IOException {
        json.flush();
        byte[] bytes = written.toByteArray();
        written.reset();
        return bytes;
    }
}
