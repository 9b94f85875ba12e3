package io.runstream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBodiesTest {

    @Test
    void aBodyMayBeASixteenthOfTheHeapAnd64MegabytesAtMost() {
        assertThat(HeldBodies.largestFor(64L << 20)).isEqualTo(4L << 20);
        assertThat(HeldBodies.largestFor(96L << 20)).isEqualTo(6L << 20);
        assertThat(HeldBodies.largestFor(384L << 20)).isEqualTo(24L << 20);
        assertThat(HeldBodies.largestFor(8L << 30)).isEqualTo(64L << 20);
    }

    @Test
    void whatATrainingLoopSendsIsNotCounted() {
        assertThat(HeldBodies.isSmall(64 << 10)).isTrue();
        assertThat(HeldBodies.isSmall((64 << 10) + 1)).isFalse();
    }

    @Test
    void twoOfTheLargestFitInAndAThirdWhenOneIsGone() {
        // Given
        HeldBodies held = new HeldBodies(1000);
        // When
        assertThat(held.take(1000)).isTrue();
        assertThat(held.take(1000)).isTrue();
        // Then
        assertThat(held.take(1)).isFalse();
        held.giveBack(1000);
        assertThat(held.take(1000)).isTrue();
    }
}
