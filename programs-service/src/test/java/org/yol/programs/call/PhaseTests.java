package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.CLOSES;
import static org.yol.programs.call.CallFixtures.OPENS;
import static org.yol.programs.call.CallFixtures.complete;

import org.junit.jupiter.api.Test;

class PhaseTests {

    private final Call published = complete().published();

    @Test
    void aDraftIsADraftWhateverTheTime() {
        assertThat(Phase.of(complete().draft(), BETWEEN)).isEqualTo(Phase.DRAFT);
        assertThat(Phase.of(complete().open(null, null).draft(), BETWEEN)).isEqualTo(Phase.DRAFT);
    }

    @Test
    void bothEndsBelongToTheOpenTime() {
        assertThat(Phase.of(published, OPENS.minusMillis(1))).isEqualTo(Phase.UPCOMING);
        assertThat(Phase.of(published, OPENS)).isEqualTo(Phase.OPEN);
        assertThat(Phase.of(published, CLOSES)).isEqualTo(Phase.OPEN);
        assertThat(Phase.of(published, CLOSES.plusMillis(1))).isEqualTo(Phase.CLOSED);
    }
}
