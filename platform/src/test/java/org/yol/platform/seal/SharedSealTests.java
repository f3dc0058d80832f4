package org.yol.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SharedSealTests {

    private final SharedSeal seal = new SharedSeal(key(32, 1));

    @Test
    void opensWhatItSealedInAnyScript() {
        String text = "{\"name\":\"Әлия Ким 田中\"}";

        assertThat(seal.open(seal.seal(text))).isEqualTo(text);
    }

    @Test
    void tellsNothingOfWhatItSealedNorThatItIsTheSame() {
        assertThat(seal.seal("prof@example.org")).doesNotContain("prof").isNotEqualTo(seal.seal("prof@example.org"));
    }

    @Test
    void opensNothingOfAnotherKeyAndNothingThatWasChanged() {
        String sealed = seal.seal("text");
        int middle = sealed.lastIndexOf('.') - 2;
        String changed =
                sealed.substring(0, middle) + (sealed.charAt(middle) == 'A' ? 'B' : 'A') + sealed.substring(middle + 1);

        assertThatThrownBy(() -> new SharedSeal(key(32, 2)).open(sealed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.open(changed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.open("text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNoShorterKey() {
        assertThatThrownBy(() -> new SharedSeal(key(16, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SharedSeal("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(int bytes, int first) {
        byte[] key = new byte[bytes];
        key[0] = (byte) first;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
