package io.runstream.kit.http;

/** Which requests have bodies of any size, because nobody holds them in memory. Each service may have one. */
public interface StreamedBodies {
    /**
     * @param method in upper case
     * @param path as it stands in the request line
     */
    boolean include(String method, String path);
}
