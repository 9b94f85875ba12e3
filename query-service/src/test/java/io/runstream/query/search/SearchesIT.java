package io.runstream.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SearchesIT {
    private static final ReadDatabase DATABASE = new ReadDatabase();
    private static final Sql PLAN_MODE = Sql.text("SELECT current_setting('plan_cache_mode') AS mode");

    @AfterAll
    static void closeDatabase() {
        DATABASE.close();
    }

    @Test
    void aSearchThatTakesTooLongIsRefusedSoThatNobodySendsItAgain() {
        // Given
        Searches searches = new Searches(DATABASE.pool(), Duration.ofMillis(50));
        // When
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> rows(searches, Sql.text("SELECT pg_sleep(600)")));
        // Then
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMETER_VALUE);
        assertThat(refusal).hasMessageStartingWith("The search took longer than 0.05 seconds and was given up.");
    }

    @Test
    void theConnectionOfARefusedSearchIsGoodForTheNext() {
        // Given
        Searches searches = new Searches(DATABASE.pool(), Duration.ofSeconds(30));
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> rows(searches, Sql.text("SELECT 1 / 0"))).hasMessageContaining("division by zero");
        }
        // When
        List<Row> rows = rows(searches, Sql.text("SELECT ").plus(Sql.param(7L)).plus("::bigint AS seven"));
        // Then
        assertThat(rows).extracting(row -> row.getLong("seven")).containsExactly(7L);
    }

    @Test
    void statementsArePlannedForTheirValuesAndOthersAreNot() {
        // Given
        Searches searches = new Searches(DATABASE.pool(), Duration.ofSeconds(30));
        // When
        List<Row> inside = rows(searches, PLAN_MODE);
        List<Row> outside = Rows.of(DATABASE.pool(), PLAN_MODE).await().indefinitely();
        // Then
        assertThat(inside).extracting(row -> row.getString("mode")).containsExactly("force_custom_plan");
        assertThat(outside).extracting(row -> row.getString("mode")).containsExactly("auto");
    }

    private static List<Row> rows(Searches searches, Sql sql) {
        return searches.rows(sql).await().indefinitely();
    }
}
