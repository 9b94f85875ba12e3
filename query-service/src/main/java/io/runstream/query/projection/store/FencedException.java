package io.runstream.query.projection.store;

/** Another projector has taken the partition further: this one must look again where it stands. */
public final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FencedException() {
        super("The offsets were moved by somebody else", null, false, false);
    }
}
