package io.runstream.cluster.way;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process is at the other end of a connection on this machine, by what Linux tells of its sockets. */
final class SocketOwner {
    private static final Path PROC = Path.of("/proc");
    private static final List<String> TABLES = List.of("net/tcp6", "net/tcp");
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int INODE = 9;
    private static final int HEX = 16;

    private SocketOwner() {}

    /**
     * @param pids of those it may be, by name
     * @return empty if it is none of them
     */
    static Optional<String> of(Socket accepted, Map<String, Long> pids) {
        return inode(accepted).flatMap(inode -> {
            String link = "socket:[" + inode + "]";
            return pids.entrySet().stream()
                    .filter(process -> holds(process.getValue(), link))
                    .map(Map.Entry::getKey)
                    .findFirst();
        });
    }

    private static Optional<String> inode(Socket accepted) {
        return TABLES.stream()
                .flatMap(table -> lines(PROC.resolve(table)))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns.length > INODE
                        && isPort(columns[LOCAL], accepted.getPort())
                        && isPort(columns[REMOTE], accepted.getLocalPort()))
                .map(columns -> columns[INODE])
                .findFirst();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isPort(String address, int port) {
        int colon = address.indexOf(':');
        return colon >= 0
                && address.substring(colon + 1).matches("[0-9A-F]{4}")
                && Integer.parseInt(address.substring(colon + 1), HEX) == port;
    }

    private static boolean holds(long pid, String link) {
        try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.anyMatch(file -> target(file).equals(link));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
