package org.yol.programs.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.programs.call.CallFixtures.BETWEEN;
import static org.yol.programs.call.CallFixtures.CLOSES;
import static org.yol.programs.call.CallFixtures.OPENS;
import static org.yol.programs.call.CallFixtures.complete;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhaseTests {

    private final Call published = complete().published();

    @Test
    void aDraftIsADraftWhateverTheTime() {
        assertThat(Phase.of(complete().draft(), null, BETWEEN)).isEqualTo(Phase.DRAFT);
        assertThat(Phase.of(complete().open(null, null).draft(), null, BETWEEN)).isEqualTo(Phase.DRAFT);
    }

    @Test
    void bothEndsBelongToTheOpenTimeTheLastMinuteToItsEndAndThenFiveOfGrace() {
        assertThat(Phase.of(published, null, OPENS.minusMillis(1))).isEqualTo(Phase.UPCOMING);
        assertThat(Phase.of(published, null, OPENS)).isEqualTo(Phase.OPEN);
        assertThat(Phase.of(published, null, CLOSES.plusSeconds(360).minusMillis(1)))
                .isEqualTo(Phase.OPEN);
        assertThat(Phase.of(published, null, CLOSES.plusSeconds(360))).isEqualTo(Phase.CLOSED);
    }

    @Test
    void aCallIsOpenForThoseToWhomALaterDeadlineIsGranted() {
        Call extended = complete().extended("KG", CLOSES.plusSeconds(86_400));
        Instant after = CLOSES.plusSeconds(3_600);

        assertThat(Phase.of(extended, "KG", after)).isEqualTo(Phase.OPEN);
        assertThat(Phase.of(extended, "TJ", after)).isEqualTo(Phase.CLOSED);
        assertThat(Phase.of(extended, null, after)).isEqualTo(Phase.OPEN);
    }
}
