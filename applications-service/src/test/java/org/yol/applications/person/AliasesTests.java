package org.yol.applications.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.Refused;

class AliasesTests {

    private static final String FIRST = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String SECOND = "__8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String ID = "kz-0b7a1c62-6d0f-3b1e-9a52-3c1f0e0a4d11";

    @TempDir
    private Path folder;

    @Test
    void sameIdIsAlwaysCalledTheSameAndAnotherIsNot() throws IOException {
        Aliases aliases = with(FIRST);

        assertThat(aliases.of(ID)).isEqualTo(with(FIRST).of(ID)).matches("[A-Za-z0-9_-]{80}");
        assertThat(aliases.of(ID)).isNotEqualTo(aliases.of(ID.replace("kz-", "uz-")));
        assertThat(aliases.idOf(aliases.of(ID))).contains(ID);
    }

    @Test
    void whatIsNoAliasIsNone() throws IOException {
        Aliases aliases = with(FIRST);
        String alias = aliases.of(ID);

        for (String other :
                List.of("", ID, "x", "no base 64!", alias.substring(1), alias.replace(alias.charAt(40), '-'))) {
            assertThat(aliases.idOf(other)).as(other).isEmpty();
        }
        assertThat(with(SECOND).idOf(alias)).isEmpty();
    }

    @Test
    void earlierKeyOpensWhatItCalled() throws IOException {
        String before = with(FIRST).of(ID);
        Aliases changed = with(SECOND + "\n" + FIRST);

        assertThat(changed.idOf(before)).contains(ID);
        assertThat(changed.of(ID)).isEqualTo(with(SECOND).of(ID)).isNotEqualTo(before);
    }

    @Test
    void cursorThatWasNotHiddenIsRefused() throws IOException {
        Aliases aliases = with(FIRST);
        Page<String> page = aliases.hiding(new Page<>(List.of("one"), "behind-" + ID));

        assertThat(page.next()).doesNotContain(ID);
        assertThat(aliases.opened(new PageRequest(5, page.next()))).isEqualTo(new PageRequest(5, "behind-" + ID));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> aliases.opened(new PageRequest(5, "behind-" + ID)));
        assertThat(aliases.opened(new PageRequest(5, null)).after()).isNull();
        assertThat(aliases.hiding(new Page<>(List.of(), null)).next()).isNull();
    }

    private Aliases with(String keys) throws IOException {
        String file = Files.writeString(folder.resolve("master-keys"), keys).toString();
        return new Aliases(new PersonProperties(Map.of(), file, null, 1));
    }
}
