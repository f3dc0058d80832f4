package org.yol.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.yol.transparency.GoVerifier.Verdict;

/** What this module writes, read by Go's packages: which know nothing of this module. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoVerifierIT {

    private static final int SIZE = 3_000;

    private final TestLog log = TestLog.of("localhost:8080/api/log", SIZE);
    private final VerifierKey key = log.key().verifierKey();
    private final SigningKey witness = SigningKey.generate("kz.example/witness", Algorithm.COSIGNATURE);

    private Path folder;
    private GoVerifier go;
    private Path whole;

    @BeforeAll
    void build(@TempDir Path temporary) throws Exception {
        folder = temporary;
        go = GoVerifier.builtIn(folder);
        whole = written(log, "whole");
    }

    private Path written(TestLog one, String name) {
        Path place = folder.resolve(name);
        one.writeTo(place);
        return place;
    }

    @Test
    void goVerifiesCheckpointTilesAndEntries() throws Exception {
        assertThat(go.log(whole.toString(), key)).isEqualTo(new Verdict(0, "3000 entries"));
    }

    @Test
    void goVerifiesLogsOfOtherSizes() throws Exception {
        for (int size : List.of(0, 1, 2, 255, 256, 257, 512)) {
            var small = log.fork(size);
            assertThat(go.log(written(small, "of-" + size).toString(), key))
                    .isEqualTo(new Verdict(0, size + " entries"));
        }
    }

    @Test
    void goVerifiesTheThirdLevelOfTiles() throws Exception {
        var large = TestLog.of("large.example", 65_600);
        assertThat(go.log(written(large, "large").toString(), large.key().verifierKey()))
                .isEqualTo(new Verdict(0, "65600 entries"));
    }

    @Test
    void goVerifiesThatTheLogGrew() throws Exception {
        for (int earlier : List.of(1, 255, 256, 1_000, 2_999, 3_000)) {
            Path before = Files.writeString(
                    folder.resolve("before-" + earlier), log.checkpoint(earlier).toString());
            assertThat(go.log(whole.toString(), key, "-earlier", before.toString()))
                    .isEqualTo(new Verdict(0, "3000 entries, grown from " + earlier));
        }
    }

    @Test
    void goSeesAnotherHistory() throws Exception {
        var fork = log.fork(900).append("another").grownTo(1_000);
        Path before = Files.writeString(
                folder.resolve("before-fork"), fork.checkpoint().toString());
        assertThat(go.log(whole.toString(), key, "-earlier", before.toString()))
                .matches(verdict -> verdict.status() == 1)
                .extracting(Verdict::said)
                .asString()
                .startsWith("the log did not grow from the earlier checkpoint");
    }

    @Test
    void goVerifiesCosignatures() throws Exception {
        var text = log.checkpoint().text();
        var other = SigningKey.generate("kg.example/witness", Algorithm.COSIGNATURE);
        Path cosigned = written(log, "cosigned");
        var note = log.checkpoint().with(witness.cosign(text, Instant.parse("2026-11-26T10:00:00Z")));
        Files.writeString(cosigned.resolve("checkpoint"), note.toString());

        var asked = witness.verifierKey().encode();
        assertThat(go.log(cosigned.toString(), key, "-witness", asked).status()).isZero();
        assertThat(go.log(cosigned.toString(), key).status())
                .as("a line of a key that Go does not know")
                .isZero();
        assertThat(go.log(
                        cosigned.toString(),
                        key,
                        "-witness",
                        other.verifierKey().encode()))
                .isEqualTo(new Verdict(1, "checkpoint: not signed by kg.example/witness"));
        Files.writeString(
                cosigned.resolve("checkpoint"),
                log.checkpoint().with(witness.cosign("other\n", Instant.EPOCH)).toString());
        assertThat(go.log(cosigned.toString(), key, "-witness", asked).status()).isEqualTo(1);
    }

    @Test
    void goVerifiesProofs() throws Exception {
        for (int index : List.of(0, 255, 256, 1_234, 2_999)) {
            assertThat(proof(log.proof(index).toString(), log.entry(index)))
                    .isEqualTo(new Verdict(0, "entry " + index + " of 3000"));
        }
        var one = log.fork(1);
        assertThat(proof(one.proof(0).toString(), one.entry(0))).isEqualTo(new Verdict(0, "entry 0 of 1"));
    }

    @Test
    void goRefusesProofsOfSomethingElse() throws Exception {
        var proof = log.proof(1_234).toString();
        var first = log.proof(1_234).proof().getFirst();
        assertThat(proof(proof, log.entry(1_235)).status()).isEqualTo(1);
        assertThat(proof(proof, log.entry(1_234) + " ").status()).isEqualTo(1);
        assertThat(proof(proof.replace("index 1234", "index 1235"), log.entry(1_234))
                        .status())
                .isEqualTo(1);
        assertThat(proof(proof.replace(first.base64(), TestLog.changed(first, 7).base64()), log.entry(1_234))
                        .status())
                .isEqualTo(1);
        assertThat(proof(proof.replace("\n3000\n", "\n3001\n"), log.entry(1_234))
                        .status())
                .isEqualTo(1);
        var other = TestLog.of("other.example", SIZE).proof(1_234).toString();
        assertThat(proof(other, log.entry(1_234)).status()).isEqualTo(1);
    }

    private Verdict proof(String proof, String entry) throws IOException, InterruptedException {
        return go.proof(
                Files.writeString(folder.resolve("one.tlog-proof"), proof),
                Files.writeString(folder.resolve("entry.json"), entry),
                key);
    }

    @Test
    void goSeesOneByteChanged() throws Exception {
        assertSpoilt("tile/0/000", 5_000);
        assertSpoilt("tile/0/011.p/184", 0);
        assertSpoilt("tile/1/000.p/11", 100);
        assertSpoilt("tile/entries/000", 3);
        assertSpoilt("tile/entries/007", 1_000);
        assertSpoilt("tile/entries/011.p/184", 20);
        assertSpoilt("checkpoint", 24);
        assertSpoilt("checkpoint", 30);
        assertSpoilt("checkpoint", 150);
    }

    private void assertSpoilt(String file, int place) throws IOException, InterruptedException {
        Path path = whole.resolve(file);
        byte[] content = Files.readAllBytes(path);
        byte[] spoilt = content.clone();
        spoilt[place] ^= 1;
        Files.write(path, spoilt);
        try {
            assertThat(go.log(whole.toString(), key).status())
                    .as("byte %s of %s", place, file)
                    .isEqualTo(1);
        } finally {
            Files.write(path, content);
        }
    }

    @Test
    void goSeesEntriesSwappedAndCutOff() throws Exception {
        Path swapped = written(log, "swapped");
        Path bundle = swapped.resolve("tile/entries/003");
        List<byte[]> entries = EntryBundle.decode(Files.readAllBytes(bundle));
        Collections.swap(entries, 10, 11);
        Files.write(bundle, EntryBundle.encode(entries));
        assertThat(go.log(swapped.toString(), key))
                .isEqualTo(new Verdict(1, "entry 778: not the one that is in the tree"));

        Path cut = written(log, "cut");
        Files.delete(cut.resolve("tile/entries/011.p/184"));
        assertThat(go.log(cut.toString(), key).status()).isEqualTo(1);
    }
}
