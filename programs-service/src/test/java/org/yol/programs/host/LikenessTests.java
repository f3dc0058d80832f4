package org.yol.programs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.programs.names.Names;

class LikenessTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "University of Tsukuba | UNIVERSITY  of Tsukuba",
                "O'zbekiston Milliy universiteti | Oʻzbekiston milliy Universiteti",
                "Kyūshū University | Kyushu University",
                "筑波大学 | 筑波大学",
            })
    void theSameWordsAreTheSameName(String known, String stated) {
        assertThat(likeness(known, stated)).contains(Likeness.SAME_NAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "University of Tsukuba | Tsukuba University",
                "University of Tsukuba | Univercity of Tsukuba",
                "University of Tsukuba | The University of Tukuba",
                "Hiroshima University | Hirosima University",
                "Tsukuba University of Technology | University of Tsukuba",
                "Ritsumeikan Asia Pacific University | Ritsumeikan Asia-Pasific University",
                "Назарбаев Университет | Назарбаев Университеті",
            })
    void slipsOrderAndOneWordMoreAreSimilar(String known, String stated) {
        assertThat(likeness(known, stated)).contains(Likeness.SIMILAR_NAME);
        assertThat(likeness(stated, known)).contains(Likeness.SIMILAR_NAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nagoya University | Nagano University",
                "Hiroshima University | Hokkaido University",
                "American University of Central Asia | American University",
                "University of Tokyo | Tokyo University of Foreign Studies",
                "School 12 | School 13",
                "筑波大学 | 筑波技術大学",
                "University | University of Tsukuba",
            })
    void othersAreOthers(String known, String stated) {
        assertThat(likeness(known, stated)).isEmpty();
    }

    @Test
    void theSameDomainSaysMoreThanAnyName() {
        Host tsukuba = host("University of Tsukuba", List.of("tsukuba.ac.jp"));

        assertThat(Likeness.of(tsukuba, Set.of("Sakura College"), Set.of("tsukuba.ac.jp")))
                .contains(Likeness.SAME_DOMAIN);
        assertThat(Likeness.of(tsukuba, Set.of("Sakura College"), Set.of("sakura.ac.jp")))
                .isEmpty();
    }

    private static Optional<Likeness> likeness(String known, String stated) {
        return Likeness.of(host(known, List.of()), Set.of(stated), Set.of());
    }

    private static Host host(String name, List<String> domains) {
        return Host.added(
                "host",
                new HostWording(name, Names.of(name, null), domains),
                "JP",
                new Editor("sato", null),
                Instant.EPOCH);
    }
}
