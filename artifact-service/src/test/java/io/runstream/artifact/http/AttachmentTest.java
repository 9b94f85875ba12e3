package io.runstream.artifact.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {

    @Test
    void aPlainNameStandsAsItIs() {
        assertThat(Attachment.named("c+d.txt")).isEqualTo("attachment; filename=c+d.txt");
    }

    @Test
    void aNameThatCouldEndTheHeaderIsQuoted() {
        assertThat(Attachment.named("a b\".txt")).isEqualTo("attachment; filename=\"a b\\\".txt\"");
        assertThat(Attachment.named("a;b")).isEqualTo("attachment; filename=\"a;b\"");
    }

    @Test
    void aNameBeyondAsciiIsGivenTwice() {
        assertThat(Attachment.named("été 1.csv"))
                .isEqualTo("attachment; filename=\"ete 1.csv\"; filename*=UTF-8''%C3%A9t%C3%A9%201.csv");
        assertThat(Attachment.named("日本"))
                .isEqualTo("attachment; filename=download; filename*=UTF-8''%E6%97%A5%E6%9C%AC");
    }
}
