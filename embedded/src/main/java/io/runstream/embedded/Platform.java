package io.runstream.embedded;

import java.util.Locale;

/** The operating system and processor this JVM runs on, in the words of the Postgres archives. */
record Platform(String system, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** From the values of {@code os.name} and {@code os.arch}. */
    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
        String processor = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return new Platform(system, processor);
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    /** The name of the archive with the server's programs, a resource at the root of the class path. */
    String archive() {
        return "postgres-" + system + "-" + processor + ".txz";
    }
}
