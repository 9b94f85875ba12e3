package io.runstream.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void isMadeWhenAbsentAndHeldByOneAtATime() {
        // Given
        Path root = temporary.resolve("new/folder");
        try (DataFolder held = DataFolder.open(root)) {
            assertThat(held.root()).isDirectory();
            // When, then
            assertThatThrownBy(() -> DataFolder.open(root))
                    .isInstanceOf(BackendException.class)
                    .hasMessage(
                            "The data folder %s is in use by another Runstream:"
                                    + " stop it (./runstream down) or choose another folder (--data).",
                            root);
        }
        // Then
        DataFolder.open(root).close();
    }

    @Test
    void saysWhoServesItUntilItIsClosed() {
        // Given
        try (DataFolder folder = DataFolder.open(temporary)) {
            // When
            folder.running().write(Map.of("url", "http://127.0.0.1:5000"));
            // Then
            assertThat(temporary.resolve("running")).hasContent("url=http://127.0.0.1:5000");
        }
        assertThat(temporary.resolve("running")).doesNotExist();
    }

    @Test
    void refusesAFileInASentence() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("The data folder " + file + " can't be written: ");
    }
}
