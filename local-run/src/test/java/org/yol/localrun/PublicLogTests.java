package org.yol.localrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yol.contracts.Country;
import org.yol.transparency.Algorithm;
import org.yol.transparency.SigningKey;
import org.yol.transparency.VerifierKey;

class PublicLogTests {

    @TempDir
    private Path home;

    @Test
    void keepsItsKeyAndItsNameWhateverItsPortIsLater() throws IOException {
        PublicLog first = PublicLog.in(home, "localhost:8080");
        String key = Files.readString(first.keys());

        PublicLog later = PublicLog.in(home, "localhost:18080");

        assertThat(later).isEqualTo(first);
        assertThat(later.origin()).isEqualTo("localhost:8080/api/log");
        assertThat(later.keys()).hasContent(key);
        VerifierKey signs = SigningKey.parse(key).verifierKey();
        assertThat(signs.name()).isEqualTo(first.origin());
        assertThat(signs.algorithm()).isEqualTo(Algorithm.ED25519);
    }

    @Test
    void hasAWitnessOfEachCountryWhoseKeyNobodyElseReads() throws IOException {
        PublicLog log = PublicLog.in(home, "localhost:8080");

        assertThat(Files.readAllLines(log.witnesses()))
                .hasSameSizeAs(Country.values())
                .allSatisfy(line -> {
                    String[] words = line.split(" ");
                    Path key = home.resolve("witness-" + words[0].toLowerCase(Locale.ROOT))
                            .resolve("key");
                    assertThat(words[1])
                            .isEqualTo(SigningKey.parse(Files.readString(key))
                                    .verifierKey()
                                    .encode());
                    assertThat(VerifierKey.parse(words[1]).algorithm()).isEqualTo(Algorithm.COSIGNATURE);
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                            .isEqualTo("rw-------");
                })
                .extracting(line -> line.substring(0, 2))
                .containsExactlyElementsOf(
                        Arrays.stream(Country.values()).map(Country::toString).toList());
    }

    @Test
    void witnessThatSomebodyAddsStays() throws IOException {
        PublicLog log = PublicLog.in(home, "localhost:8080");
        Files.writeString(log.witnesses(), "JP somebody else's key\n");

        PublicLog.in(home, "localhost:8080");

        assertThat(log.witnesses()).hasContent("JP somebody else's key");
    }
}
