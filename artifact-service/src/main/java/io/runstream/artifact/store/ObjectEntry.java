package io.runstream.artifact.store;

/** What stands in a folder. */
public sealed interface ObjectEntry {
    /** The last segment of the key. */
    String name();

    /** @param size in bytes */
    record File(String name, long size) implements ObjectEntry {}

    record Folder(String name) implements ObjectEntry {}
}
