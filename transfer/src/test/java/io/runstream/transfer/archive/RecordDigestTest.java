package io.runstream.transfer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordDigestTest {
    private static LoggedRecord record(long offset, byte @Nullable [] key, byte @Nullable [] value) {
        return new LoggedRecord(offset, 0, key, value);
    }

    private static String digest(List<LoggedRecord> records) {
        RecordDigest digest = new RecordDigest();
        records.forEach(digest::add);
        return digest.hex();
    }

    @Test
    void isTheSameInWhicheverOrderRecordsCome() {
        List<LoggedRecord> records = new ArrayList<>();
        for (byte i = 0; i < 100; i++) {
            records.add(record(i, new byte[] {i}, new byte[] {1, i}));
        }
        String inOrder = digest(records);
        Collections.shuffle(records, new Random(1));

        assertThat(digest(records)).isEqualTo(inOrder).hasSize(64);
    }

    @Test
    void isTheSumOfTheRecordsDigestsModulo256Bits() {
        BigInteger sum = BigInteger.ZERO;
        List<LoggedRecord> records = new ArrayList<>();
        for (byte i = 0; i < 50; i++) {
            records.add(record(i, null, new byte[] {i}));
            sum = sum.add(new BigInteger(digest(List.of(records.getLast())), 16));
        }

        assertThat(new BigInteger(digest(records), 16)).isEqualTo(sum.mod(BigInteger.TWO.pow(256)));
    }

    @Test
    void tellsEveryDifference() {
        byte[] bytes = {1, 2};
        List<LoggedRecord> all = List.of(
                record(0, bytes, bytes),
                record(1, bytes, bytes),
                record(0, null, bytes),
                record(0, new byte[0], bytes),
                record(0, bytes, null),
                record(0, new byte[] {1}, new byte[] {2, 1, 2}));

        assertThat(all).extracting(record -> digest(List.of(record))).doesNotHaveDuplicates();
        assertThat(digest(List.of(all.getFirst(), all.getFirst()))).isNotEqualTo(digest(List.of(all.getFirst())));
    }
}
