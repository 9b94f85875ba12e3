package io.runstream.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../x",
                "a/../b",
                "a/..",
                "%2e%2e/x",
                "%2E%2E%2Fx",
                "%252e%252e/x",
                "%25252e%25252e/x",
                "a/%2e./x",
                "/etc/passwd",
                "%2fetc/passwd",
                "//host/x",
                "C:/windows",
                "c%3A/windows",
                "a\\b",
                "..\\x",
                "a%5cb",
                "a#b",
                "a%23b",
                "file:///etc/passwd",
                "FILE:/etc/passwd",
                "file://host/x",
                "file:../x",
                "%2525252525252525252525252e"
            })
    void refusesWhatWouldLeadOutOfTheRoot(String sent) {
        assertThatThrownBy(() -> ArtifactPath.parse(sent))
                .isInstanceOf(ApiException.class)
                .hasMessage("Invalid path");
    }

    @ParameterizedTest
    @CsvSource({
        "model/MLmodel, model/MLmodel",
        "a%20b, a b",
        "a%2520b, a b",
        "im+step+0.png, im+step+0.png",
        "c%2Bd, c+d",
        "100%, 100%",
        "100%zz, 100%zz",
        "%C3%A9t%C3%A9.csv, été.csv",
        "日本.txt, 日本.txt",
        "a//b, a/b",
        "a/./b/, a/b",
        "...,...",
        "a/..b, a/..b",
        "file:a/b, a/b",
        "a%0Ab, a%0ab",
        "C:x, C:x"
    })
    void isWhatTheClientMeans(String sent, String path) {
        assertThat(ArtifactPath.parse(sent).value()).isEqualTo(path);
    }

    @Test
    void emptyTextIsTheRoot() {
        assertThat(ArtifactPath.parse("")).isEqualTo(ArtifactPath.root());
        assertThat(ArtifactPath.parse("./").isRoot()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/", "/", ".", "./"})
    void aFileNeedsAName(String sent) {
        assertThatThrownBy(() -> ArtifactPath.parseFile(sent))
                .hasMessage("Artifact path must include a filename (cannot end with '/').");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "..", "/a", "a/", "a//b", "a\\b", "a#b", "./a"})
    void holdsNoTraversalHoweverItIsMade(String value) {
        assertThatThrownBy(() -> new ArtifactPath(value)).hasMessage("Invalid path");
    }

    @Test
    void staysBelowWhatItIsResolvedAgainst() {
        ArtifactPath run = ArtifactPath.parse("0/run/artifacts");
        assertThat(run.resolve(ArtifactPath.parse("a/b")).value()).isEqualTo("0/run/artifacts/a/b");
        assertThat(run.resolve(ArtifactPath.root())).isEqualTo(run);
        assertThat(ArtifactPath.root().resolve(run)).isEqualTo(run);
    }

    @Test
    void isSeenFromAFolderOnlyIfItIsInIt() {
        ArtifactPath path = ArtifactPath.parse("team/a/b");
        assertThat(path.relativeTo(ArtifactPath.parse("team"))).contains(ArtifactPath.parse("a/b"));
        assertThat(path.relativeTo(ArtifactPath.root())).contains(path);
        assertThat(path.relativeTo(path)).contains(ArtifactPath.root());
        assertThat(path.relativeTo(ArtifactPath.parse("tea"))).isEmpty();
    }

    @Test
    void itsNameIsTheLastSegment() {
        assertThat(ArtifactPath.parse("a/b c.txt").name()).isEqualTo("b c.txt");
        assertThat(ArtifactPath.parse("a").name()).isEqualTo("a");
        assertThat(ArtifactPath.root().name()).isEmpty();
    }
}
