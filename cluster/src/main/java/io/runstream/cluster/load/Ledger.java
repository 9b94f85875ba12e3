package io.runstream.cluster.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What one writer was told, in a file of its own that no killed process takes with it: a line of JSON for each write. */
final class Ledger implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".ledger";

    private final BufferedWriter file;

    private Ledger(BufferedWriter file) {
        this.file = file;
    }

    static Ledger open(Path folder, String writer) {
        try {
            Files.createDirectories(folder);
            return new Ledger(Files.newBufferedWriter(folder.resolve(writer + SUFFIX)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Entry entry) {
        try {
            file.write(JSON.writeValueAsString(entry));
            file.newLine();
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that stands in the ledgers of that folder. */
    static List<Entry> readAll(Path folder) {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path ledger : files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(ledger)) {
                    entries.add(JSON.readValue(line, Entry.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
