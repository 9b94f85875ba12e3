package io.runstream.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class PageTokenTest {

    @Test
    void comesBackAsItWas() {
        // Given
        PageToken token = new PageToken(
                "1f",
                JsonNodeFactory.instance.arrayNode().add(5L).add(-0.1).add("日本").add("x"));
        // Then
        assertThat(PageToken.decode(token.encode()))
                .extracting(PageToken::order, PageToken::last)
                .asString()
                .isEqualTo("[1f, [5,-0.1,\"日本\",\"x\"]]");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void noTokenIsTheFirstPage(String token) {
        assertThat(PageToken.decode(token)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    garbage              | Invalid page token, could not base64-decode
                    zz                   | Invalid page token, could not base64-decode
                    a                    | Invalid page token, could not base64-decode
                    é                    | Invalid page token, could not base64-decode
                    !!                   | Invalid page token, decoded value=b''
                    eHkn/w==             | Invalid page token, decoded value=b"xy'\\xff"
                    e30=                 | Invalid page token, parsed value={}
                    MTI=                 | Invalid page token, parsed value=12
                    eyJvZmZzZXQiOiAyfQ== | Invalid page token, parsed value={"offset":2}
                    """)
    void garbageIsRefusedInMlflowsWords(String token, String message) {
        assertThat(ProbedAnswers.answer(() -> PageToken.decode(token))).isEqualTo(message);
    }
}
