package org.yol.applications.filling;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTests {

    record Entry(@Size(max = 7) String word, String unlimited) {}

    record Form(
            @Size(max = 3) String line,
            Entry one,
            @Size(max = 2) List<Entry> many,
            List<@Size(max = 9) String> words,
            LocalDate day) {}

    @Test
    void areThoseOfTheTextsWhereverTheyStand() {
        assertThat(Limits.of(Form.class)).containsOnly(entry("line", 3), entry("one.word", 7), entry("many.word", 7));
    }
}
