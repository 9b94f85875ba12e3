package io.runstream.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunNamesTest {
    @Test
    void namesAreShortAndRarelyAlike() {
        SplittableRandom random = new SplittableRandom(1);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            names.add(RunNames.generate(random));
        }

        assertThat(names).hasSizeGreaterThan(990).allMatch(name -> name.matches("[a-z]+-[a-z]+-[0-9]{1,4}"));
        assertThat(names).allMatch(name -> name.length() <= 20);
    }
}
