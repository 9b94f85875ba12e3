package io.runstream.transfer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    private record Line(int number) {}

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("lines");
    }

    private void append(int number) throws IOException {
        try (JsonLines<Line> lines = JsonLines.append(file, Line.class)) {
            lines.append(new Line(number));
            lines.force();
        }
    }

    private List<Line> read() throws IOException {
        List<Line> lines = new ArrayList<>();
        JsonLines.read(file, Line.class, lines::add);
        return lines;
    }

    @Test
    void whatWasAppendedIsRead() throws IOException {
        append(1);
        append(2);

        assertThat(read()).containsExactly(new Line(1), new Line(2));
        assertThat(file).hasContent("{\"number\":1}\n{\"number\":2}\n");
    }

    @Test
    void aTornLastLineIsNoLineAndIsCutOffByTheNext() throws IOException {
        append(1);
        String whole = Files.readString(file);
        for (int cut = 1; cut < whole.length(); cut++) {
            Files.writeString(file, whole + whole.substring(0, cut));

            assertThat(read()).containsExactly(new Line(1));
            append(2);
            assertThat(read()).containsExactly(new Line(1), new Line(2));
        }
    }

    @Test
    void aLineThatNobodyWroteIsRefused() throws IOException {
        Files.writeString(file, "{\"number\":1}\n{\"num\n{\"number\":3}\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(TransferException.class)
                .hasMessage("The archive is damaged: line 2 of " + file + " is no JSON.");
    }
}
