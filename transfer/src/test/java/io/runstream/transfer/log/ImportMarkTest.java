package io.runstream.transfer.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ImportMarkTest {
    @Test
    void isReadAsItWasWritten() {
        ImportMark mark = new ImportMark(UUID.randomUUID(), 7, 1L << 40);

        assertThat(ImportMark.in(new RecordHeaders().add(ImportMark.HEADER, mark.toBytes())))
                .contains(mark);
    }

    @Test
    void isAbsentWhereTheHeaderIsAbsentOrSomebodyElses() {
        assertThat(ImportMark.in(new RecordHeaders())).isEmpty();
        assertThat(ImportMark.in(new RecordHeaders().add(ImportMark.HEADER, new byte[3])))
                .isEmpty();
    }
}
