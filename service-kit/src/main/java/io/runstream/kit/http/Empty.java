package io.runstream.kit.http;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.smallrye.mutiny.Uni;

/** The answer {@code {}}: it is done. */
@JsonSerialize // Jackson takes a type without properties only if it is annotated.
public record Empty() {
    private static final Empty EMPTY = new Empty();

    public static Uni<Empty> after(Uni<Void> work) {
        return work.map(done -> EMPTY);
    }
}
