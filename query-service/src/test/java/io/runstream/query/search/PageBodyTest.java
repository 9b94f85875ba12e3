package io.runstream.query.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.runstream.error.GraphQlErrors;
import io.runstream.query.answer.ChunkedJson;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Integer> sizes = new ArrayList<>();

    /** What finds the numbers up to some other. */
    private PageSource<Integer> numbers(int last) {
        return (after, size) -> {
            sizes.add(size);
            int from = after == null ? 1 : after.last().get(0).intValue() + 1;
            List<Integer> found = IntStream.rangeClosed(from, Math.min(from + size, last))
                    .boxed()
                    .toList();
            return Uni.createFrom().item(Page.of(found, size, PageBodyTest::token));
        };
    }

    private static PageToken token(int number) {
        return new PageToken("n", JsonNodeFactory.instance.arrayNode().add(number));
    }

    private static ChunkedJson answer(int size, @Nullable PageToken after, PageSource<Integer> source) {
        return new PageAnswers(JSON)
                .of("numbers", new Numbers(size, after), part -> source.page(part.after(), part.maxResults()))
                .await()
                .indefinitely();
    }

    private record Numbers(int maxResults, @Nullable PageToken after) implements PagedSearch<Numbers> {
        @Override
        public Numbers part(@Nullable PageToken from, int size) {
            return new Numbers(size, from);
        }
    }

    private static String whole(ChunkedJson answer) {
        byte[] bytes = answer.whole(1 << 20, IllegalStateException::new).await().indefinitely();
        return new String(bytes, UTF_8);
    }

    @Test
    void shortPageIsOneChunk() {
        ChunkedJson answer = answer(10, null, numbers(3));

        assertThat(answer.first().last()).isTrue();
        assertThat(whole(answer)).isEqualTo("{\"numbers\":[1,2,3]}");
    }

    @Test
    void nothingFoundIsAnEmptyObject() {
        assertThat(whole(answer(10, null, numbers(0)))).isEqualTo("{}");
    }

    @Test
    void longPageIsReadInParts() throws IOException {
        JsonNode page = JSON.readTree(whole(answer(1_200, null, numbers(2_000))));

        assertThat(sizes).containsExactly(500, 500, 200);
        assertThat(page.get("numbers")).hasSize(1_200);
        assertThat(page.get("numbers").get(1_199).intValue()).isEqualTo(1_200);
        assertThat(page.get("next_page_token").textValue())
                .isEqualTo(token(1_200).encode());
    }

    @Test
    void pageEndsWhereNothingFollowsThoughItMayBeLonger() throws IOException {
        JsonNode page = JSON.readTree(whole(answer(50_000, token(100), numbers(1_100))));

        assertThat(sizes).containsExactly(500, 500);
        assertThat(page.get("numbers")).hasSize(1_000);
        assertThat(page.get("numbers").get(0).intValue()).isEqualTo(101);
        assertThat(page.has("next_page_token")).isFalse();
    }

    @Test
    void answerThatIsTooLongIsNotCollected() {
        ChunkedJson answer = answer(2_000, null, numbers(2_000));

        assertThatThrownBy(() -> answer.whole(4_000, () -> GraphQlErrors.answerTooLarge(4_000))
                        .await()
                        .indefinitely())
                .hasMessageContaining("4000 bytes");
        assertThat(sizes).hasSizeLessThan(4);
    }
}
