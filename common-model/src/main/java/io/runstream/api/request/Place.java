package io.runstream.api.request;

import org.jspecify.annotations.Nullable;

/**
 * Where in a request a value stands, as in {@code metrics[3].key}. Made for every value that is read, so its text is not
 * made before a message needs it. Immutable.
 */
public final class Place {
    /** The request itself. */
    public static final Place REQUEST = new Place(null, "", Place.NO_ELEMENT);

    private static final int NO_ELEMENT = -1;

    private final @Nullable Place parent;
    private final String name;
    private final int index;

    private Place(@Nullable Place parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** Of a field of the object that stands here. */
    public Place field(String field) {
        return new Place(this, field, NO_ELEMENT);
    }

    /** Of an element of the list that stands here. */
    public Place element(int at) {
        return new Place(parent, name, at);
    }

    /** As MLflow's messages write it. */
    @Override
    public String toString() {
        String here = index == NO_ELEMENT ? name : name + "[" + index + "]";
        return parent == null || parent == REQUEST ? here : parent + "." + here;
    }
}
