package io.runstream.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.TrackingEvent.EventCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticRunTest {

    @Test
    void theRunOfANumberIsAlwaysTheSame() {
        assertThat(new SyntheticRun(7).events(3)).isEqualTo(new SyntheticRun(7).events(3));
        assertThat(new SyntheticRun(7).id()).isNotEqualTo(new SyntheticRun(8).id());
    }

    @Test
    void itIsCreatedLogsAndEnds() {
        List<TrackingEvent> events = new SyntheticRun(7).events(3);

        assertThat(events)
                .extracting(TrackingEvent::getEventCase)
                .containsExactly(
                        EventCase.RUN_CREATED, EventCase.LOG_PARAMS, EventCase.DATA_LOGGED, EventCase.UPDATE_RUN);
        assertThat(events.get(0).getRunCreated().getExperimentId()).isEqualTo(3);
        assertThat(events.get(1).getLogParams().getParamsCount()).isEqualTo(10);
        assertThat(events.get(2).getDataLogged().getMetricsCount()).isEqualTo(60);
    }
}
