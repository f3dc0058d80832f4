package org.yol.notifications.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yol.contracts.Language;

class RecipientTests {

    private static final Profile FIRST =
            new Profile("aigerim", "aigerim@example.org", "KZ", Language.RUSSIAN, false, List.of());
    private static final Recipient AIGERIM = Recipient.of(FIRST);

    @Test
    void languageOfTheAccountHoldsUntilAnotherIsChosen() {
        assertThat(AIGERIM.language()).isEqualTo(Language.RUSSIAN);
        Recipient chosen = AIGERIM.prefer(Language.JAPANESE, true);

        assertThat(chosen.language()).isEqualTo(Language.JAPANESE);
        assertThat(chosen.seen(FIRST).language()).isEqualTo(Language.JAPANESE);
    }

    @Test
    void newAddressReplacesTheOldOneAndAMissingOneDoesNot() {
        assertThat(AIGERIM.seen(new Profile("aigerim", "new@example.org", "KZ", Language.RUSSIAN, false, List.of()))
                        .address())
                .isEqualTo("new@example.org");
        assertThat(AIGERIM.seen(new Profile("aigerim", null, "KZ", Language.RUSSIAN, false, List.of())))
                .isEqualTo(AIGERIM);
    }

    @Test
    void mailIsWantedUntilTheySayOtherwise() {
        assertThat(AIGERIM.wantsMail()).isTrue();
        assertThat(AIGERIM.prefer(Language.RUSSIAN, false).seen(FIRST).wantsMail())
                .isFalse();
    }
}
