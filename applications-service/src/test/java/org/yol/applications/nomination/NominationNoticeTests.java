package org.yol.applications.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yol.applications.call.CallFixtures.CLOSES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.applications.call.Call;
import org.yol.applications.call.CallFixtures;
import org.yol.contracts.NominationsWanted;

/** When authorities are told that candidates wait for them: of a call for Kazakhstan and Kyrgyzstan. */
class NominationNoticeTests {

    private static final Instant END = CLOSES.plus(Duration.ofMinutes(1));
    private static final Instant LATER = CLOSES.plus(Duration.ofDays(2));
    private static final Call CALL = CallFixtures.openForNominated();
    private static final Call EXTENDED = CallFixtures.extendedFor("KZ", LATER);
    private static final NominationNotice PLANNED =
            NominationNotice.none("call-1").planned(CALL).state();

    @Test
    void comesWhenTheCallHasClosed() {
        assertThat(PLANNED.next()).isEqualTo(END);
        assertThat(PLANNED.over(CALL, END.minusMillis(1))).isEmpty();
        assertThat(PLANNED.over(CALL, END)).containsExactly("KZ", "KG");
    }

    @Test
    void comesLaterToThoseWhoWereGrantedMoreTime() {
        NominationNotice planned = PLANNED.planned(EXTENDED).state();
        assertThat(planned.over(EXTENDED, END)).containsExactly("KG");

        var looked = planned.looked(EXTENDED, List.of("KG"), END);

        assertThat(looked.events())
                .containsExactly(new NominationsWanted("call-1", "programme-1", EXTENDED.title(), "KG"));
        assertThat(looked.state().next()).isEqualTo(LATER.plus(Duration.ofMinutes(1)));
        assertThat(looked.state().over(EXTENDED, LATER.plus(Duration.ofMinutes(1))))
                .containsExactly("KZ");
    }

    @Test
    void comesOnceHoweverOftenTheCallIsHeardOfOrExtended() {
        var told = PLANNED.looked(CALL, List.of("KZ", "KG"), END);
        assertThat(told.due())
                .singleElement()
                .satisfies(work -> assertThat(work.at()).isNull());

        var again = told.state().planned(CALL);
        assertThat(again.state()).isEqualTo(told.state());
        assertThat(again.due()).isEmpty();
        assertThat(told.state().planned(EXTENDED).state().next()).isNull();
    }

    @Test
    void comesAfterAnExtensionWhereNobodyHadAppliedBefore() {
        NominationNotice nobody = PLANNED.looked(CALL, List.of(), END).state();
        assertThat(nobody.next()).isNull();

        NominationNotice planned = nobody.planned(EXTENDED).state();

        assertThat(planned.next()).isEqualTo(LATER.plus(Duration.ofMinutes(1)));
        assertThat(planned.over(EXTENDED, planned.next())).containsExactly("KZ");
    }
}
