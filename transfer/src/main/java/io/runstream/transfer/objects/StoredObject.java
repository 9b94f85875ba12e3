package io.runstream.transfer.objects;

/**
 * An object in a list.
 *
 * @param key below the bucket's prefix
 * @param size in bytes
 * @param version says the same as long as the object has not changed
 */
record StoredObject(String key, long size, String version) {}
