package org.yol.programs.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.programme.ProgrammeFixtures.BETWEEN;
import static org.yol.programs.programme.ProgrammeFixtures.CLOSES;
import static org.yol.programs.programme.ProgrammeFixtures.OPENS;
import static org.yol.programs.programme.ProgrammeFixtures.complete;

import org.junit.jupiter.api.Test;

class PhaseTests {

    private final Call published = complete().published().calls().getFirst();

    @Test
    void aDraftIsADraftWhateverTheTime() {
        assertThat(Phase.of(complete().draft().calls().getFirst(), BETWEEN)).isEqualTo(Phase.DRAFT);
        assertThat(Phase.of(complete().open(null, null).draft().calls().getFirst(), BETWEEN))
                .isEqualTo(Phase.DRAFT);
    }

    @Test
    void bothEndsBelongToTheOpenTime() {
        assertThat(Phase.of(published, OPENS.minusMillis(1))).isEqualTo(Phase.UPCOMING);
        assertThat(Phase.of(published, OPENS)).isEqualTo(Phase.OPEN);
        assertThat(Phase.of(published, CLOSES)).isEqualTo(Phase.OPEN);
        assertThat(Phase.of(published, CLOSES.plusMillis(1))).isEqualTo(Phase.CLOSED);
    }
}
