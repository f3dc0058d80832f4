package org.yol.programs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.platform.document.Change;

class HostTests {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final Editor SATO = new Editor("sato", "jica-jice");
    private static final HostWording FIRST = wording("Tsukuba University");

    @Test
    void keepsWhoSaidWhat() {
        Host renamed = Host.added("jp-tsukuba-university", FIRST, "JP", SATO, NOW)
                .edit(wording("University of Tsukuba"), new Editor("karimov", "el-yurt-umidi"), NOW.plusSeconds(60))
                .state();

        assertThat(renamed.id()).isEqualTo("jp-tsukuba-university");
        assertThat(renamed.revisions())
                .containsExactly(
                        new Revision(NOW, "sato", "jica-jice", FIRST),
                        new Revision(
                                NOW.plusSeconds(60), "karimov", "el-yurt-umidi", wording("University of Tsukuba")));
    }

    @Test
    void sayingTheSameAgainIsNoRevision() {
        Host host = Host.added("jp-tsukuba-university", FIRST, "JP", SATO, NOW);

        assertThat(host.edit(FIRST, SATO, NOW.plusSeconds(60))).isEqualTo(Change.silent(host));
    }

    @Test
    void keepsTheLastFiftyRevisions() {
        Host host = Host.added("jp-tsukuba-university", FIRST, "JP", SATO, NOW);
        for (int number = 0; number < Host.REVISIONS; number++) {
            host = host.edit(wording("Tsukuba " + number), SATO, NOW).state();
        }

        assertThat(host.revisions()).hasSize(Host.REVISIONS);
        assertThat(host.revisions().getFirst().wording().name()).isEqualTo("Tsukuba 0");
    }

    private static HostWording wording(String name) {
        return new HostWording(name, Map.of("en", name), List.of());
    }
}
