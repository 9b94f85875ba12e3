package io.runstream.transfer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.transfer.TransferException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectPartTest {
    private static final String KEY = "0/run/artifacts/a b.txt";

    @TempDir
    Path folder;

    private ObjectPart objects = new ObjectPart(Path.of(""));

    @BeforeEach
    void open() {
        objects = new ObjectPart(folder);
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anObjectIsFoundAgainInTheVersionThatWasCopied() throws IOException {
        ObjectEntry entry = objects.add(KEY, "v1", "text/plain", content("hello"));

        assertThat(entry)
                .isEqualTo(new ObjectEntry(
                        KEY,
                        5,
                        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
                        "text/plain",
                        "v1"));
        assertThat(objects.find(KEY, "v1")).contains(entry);
        assertThat(objects.find(KEY, "v2")).isEmpty();
        assertThat(objects.find("other", "v1")).isEmpty();
        assertThat(objects.file(KEY)).hasContent("hello");
        objects.check(entry);
    }

    @Test
    void aCopyThatBrokeOffIsNotThere() throws IOException {
        objects.add(KEY, "v1", "text/plain", content("hello"));
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }
        };

        assertThatThrownBy(() -> objects.add(KEY, "v2", "text/plain", broken)).isInstanceOf(IOException.class);

        assertThat(objects.find(KEY, "v1")).isEmpty();
        assertThat(objects.find(KEY, "v2")).isEmpty();
    }

    @Test
    void aDescriptionThatBrokeOffCountsAsNone() throws IOException {
        objects.add(KEY, "v1", "text/plain", content("hello"));
        Path description = objects.file(KEY).resolveSibling(objects.file(KEY).getFileName() + ".json");
        Files.writeString(description, Files.readString(description).substring(0, 20));

        assertThat(objects.find(KEY, "v1")).isEmpty();
    }

    @Test
    void changedAndMissingBytesAreNoticed() throws IOException {
        ObjectEntry entry = objects.add(KEY, "v1", "text/plain", content("hello"));
        Files.writeString(objects.file(KEY), "hullo");

        assertThatThrownBy(() -> objects.check(entry))
                .isInstanceOf(TransferException.class)
                .hasMessage(
                        "The archive is damaged: " + objects.file(KEY) + " does not hold the artifact " + KEY + ".");

        Files.delete(objects.file(KEY));
        assertThatThrownBy(() -> objects.check(entry)).isInstanceOf(TransferException.class);
    }

    @Test
    void theListBeforeCountsUntilTheNewOneIsFinished() throws IOException {
        ObjectEntry first = objects.add("first", "v1", "text/plain", content("1"));
        ObjectEntry second = objects.add("second", "v1", "text/plain", content("22"));
        try (ObjectPart.NewIndex index = objects.beginIndex()) {
            index.add(first);
            index.finish();
        }
        try (ObjectPart.NewIndex index = objects.beginIndex()) {
            index.add(second);
            assertThat(listed()).containsExactly(first);
            index.finish();
            assertThat(index.objects()).isEqualTo(1);
            assertThat(index.bytes()).isEqualTo(2);
        }
        assertThat(listed()).containsExactly(second);
    }

    private List<ObjectEntry> listed() {
        List<ObjectEntry> entries = new ArrayList<>();
        objects.forEach(entries::add);
        return entries;
    }
}
