package io.runstream.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void numbersMoveOnWithEachRequestAndKeepTheLength() {
        Template template = Template.post("runs/log-batch")
                .text("{\"step\":[")
                .number(100, 1, 0)
                .text(",")
                .number(100, 1, 1)
                .text("],\"time\":")
                .number(5_000, 10, 0)
                .text("}")
                .build(2);

        assertThat(body(template)).isEqualTo("{\"step\":[100,101],\"time\":5000}");
        assertThat(body(template)).isEqualTo("{\"step\":[102,103],\"time\":5020}");
        assertThat(body(template)).isEqualTo("{\"step\":[104,105],\"time\":5040}");
    }

    private static String body(Template template) {
        String request = US_ASCII.decode(template.next()).toString();
        assertThat(request).contains("POST /api/2.0/mlflow/runs/log-batch HTTP/1.1\r\n", "Content-Length: 30\r\n");
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }
}
