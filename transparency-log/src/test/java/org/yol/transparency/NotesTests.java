package org.yol.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class NotesTests {

    private static final TestLog LOG = TestLog.of("yol.example/api/log", 300);
    private static final VerifierKey LOG_KEY = LOG.key().verifierKey();
    private static final SigningKey WITNESS = SigningKey.generate("kz.example/witness", Algorithm.COSIGNATURE);
    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
    private static final SignedNote COSIGNED =
            LOG.checkpoint().with(WITNESS.cosign(LOG.checkpoint().text(), AT));

    @Property(tries = 100)
    void textsAreReadAsWritten(@ForAll("texts") String text) {
        var note = SignedNote.of(text, LOG.key().sign(text));
        assertThat(SignedNote.parse(note.toString())).isEqualTo(note);
        assertThat(note.verifiedBy(List.of(LOG_KEY))).containsExactly(LOG_KEY);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\n— +=日ы").ofMaxLength(80).map(text -> text + "\n");
    }

    @Example
    void formsAreReadAsWritten() {
        assertThat(SignedNote.parse(COSIGNED.toString())).isEqualTo(COSIGNED);
        var checkpoint = new Checkpoint("yol.example/api/log", 300, LOG.root(300), List.of("more", "and more"));
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThat(TransparencyProof.parse(LOG.proof(7).toString())).isEqualTo(LOG.proof(7));
        assertThat(AddCheckpoint.parse(LOG.growth(7).toString())).isEqualTo(LOG.growth(7));
        assertThat(AddCheckpoint.parse(LOG.growth(0).toString())).isEqualTo(LOG.growth(0));
        assertThat(VerifierKey.parse(WITNESS.verifierKey().encode())).isEqualTo(WITNESS.verifierKey());
        assertThat(SigningKey.parse(WITNESS.encode()).verifierKey()).isEqualTo(WITNESS.verifierKey());
    }

    @Example
    void proofOfASingleEntryHasNoHashes() {
        var proof = TestLog.of("one.example", 1).proof(0);
        assertThat(TransparencyProof.parse(proof.toString())).isEqualTo(proof);
    }

    /** The form of the specification's example, whose checkpoint ends in three cosignatures. */
    @Example
    void proofWithExtraDataIsRead() {
        var proof = LOG.proof(7);
        var text = proof.toString().replace("index 7\n", "extra YWJj\nindex 7\n");
        assertThat(TransparencyProof.parse(text)).isEqualTo(proof);
    }

    @Example
    void foreignSignaturesAreIgnored() {
        var foreign = SigningKey.generate("somebody.example", Algorithm.ED25519);
        var sameName = SigningKey.generate(LOG_KEY.name(), Algorithm.ED25519);
        var text = LOG.checkpoint().text();
        var unknownForm = new NoteSignature("other.example", 7, new byte[5_000]);
        var sameNameNonsense = new NoteSignature(LOG_KEY.name(), 7, new byte[1]);
        var note = SignedNote.of(text, foreign.sign(text), unknownForm, sameNameNonsense, sameName.sign("another\n"))
                .with(LOG.key().sign(text));

        var read = SignedNote.parse(note.toString());
        assertThat(read.verifiedBy(List.of(LOG_KEY))).containsExactly(LOG_KEY);
        assertThat(read.onlyOf(List.of(LOG_KEY))).isEqualTo(LOG.checkpoint());
        assertThat(read.verifiedBy(List.of(WITNESS.verifierKey()))).isEmpty();
    }

    @Example
    void wrongSignatureOfAKnownKeyIsRefused() {
        var text = LOG.checkpoint().text();
        var wrong = LOG.key().sign("other\n");
        var keys = List.of(LOG_KEY, WITNESS.verifierKey());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedNote.of(text, wrong).verifiedBy(keys))
                .withMessage("The signature of yol.example/api/log is wrong");
        assertThatIllegalArgumentException()
                .as("also beside a right one")
                .isThrownBy(() -> LOG.checkpoint().with(wrong).verifiedBy(keys));
        var short_ = new NoteSignature(LOG_KEY.name(), LOG_KEY.keyId(), new byte[63]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedNote.of(text, short_).verifiedBy(keys));
    }

    @Property(tries = 100)
    void anyChangedByteOfASignatureIsSeen(@ForAll @IntRange(max = 71) int place) {
        var signature = COSIGNED.signatures().get(1);
        byte[] bytes = signature.signature();
        bytes[place] ^= 1;
        var changed = new NoteSignature(signature.name(), signature.keyId(), bytes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedNote.of(COSIGNED.text(), changed).verifiedBy(List.of(WITNESS.verifierKey())));
    }

    @Example
    void cosignatureSaysWhen() {
        assertThat(COSIGNED.signatures().get(1).at()).isEqualTo(AT);
        assertThat(COSIGNED.verifiedBy(List.of(WITNESS.verifierKey(), LOG_KEY)))
                .containsExactly(LOG_KEY, WITNESS.verifierKey());
        assertThatIllegalStateException()
                .isThrownBy(() -> COSIGNED.signatures().getFirst().at());
        assertThatIllegalArgumentException().isThrownBy(() -> WITNESS.cosign("text\n", Instant.ofEpochSecond(-1)));
    }

    @Example
    void keysSignWhatTheyAreFor() {
        assertThatIllegalStateException().isThrownBy(() -> WITNESS.sign("text\n"));
        assertThatIllegalStateException().isThrownBy(() -> LOG.key().cosign("text\n", AT));
        assertThat(WITNESS)
                .hasToString("signing key of " + WITNESS.verifierKey().encode());
    }

    @Example
    void keySignsAMessageItself() {
        byte[] message = {1, 2, 3};
        byte[] signature = LOG.key().sign(message);
        assertThat(LOG_KEY.isSigned(message, signature)).isTrue();
        assertThat(LOG_KEY.isSigned(new byte[] {1, 2, 4}, signature)).isFalse();
        assertThat(LOG_KEY.isSigned(message, new byte[0])).isFalse();
    }

    @Example
    void anyByteOfAProofCounts() {
        var text = LOG.proof(123).toString();
        var leaf = LOG.leaf(123);
        assertThat(TransparencyProof.parse(text).verify(leaf, List.of(LOG_KEY)).size())
                .isEqualTo(300);
        for (int place = 0; place < text.length(); place++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(place, (char) (text.charAt(place) ^ 1));
            assertThatIllegalArgumentException()
                    .as(changed.toString())
                    .isThrownBy(
                            () -> TransparencyProof.parse(changed.toString()).verify(leaf, List.of(LOG_KEY)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOG.proof(123).verify(LOG.leaf(124), List.of(LOG_KEY)))
                .withMessage("The proof does not show this entry to be in the log at 123");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOG.proof(123).verify(leaf, List.of(WITNESS.verifierKey())))
                .withMessage("The checkpoint has no signature of the log");
    }

    @Example
    void proofOfAnotherLogIsRefused() {
        var other = TestLog.of("other.example/api/log", 300);
        assertThatIllegalArgumentException().isThrownBy(() -> other.proof(123).verify(LOG.leaf(123), List.of(LOG_KEY)));
    }

    @Example
    void sixteenSignaturesAreTakenAndThousandsAreNot() {
        var text = LOG.checkpoint().text();
        var lines = IntStream.range(0, 16)
                .mapToObj(i -> new NoteSignature("witness" + i, i, new byte[4_700]))
                .toArray(NoteSignature[]::new);
        var note = SignedNote.of(text, lines);
        assertThat(SignedNote.parse(note.with(LOG.key().sign(text)).toString()).verifiedBy(List.of(LOG_KEY)))
                .hasSize(1);
        var line = LOG.checkpoint().signatures().getFirst().line() + "\n";
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text + "\n" + line.repeat(101)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedNote.parse("a".repeat(1_000_000) + "\n\n" + line))
                .withMessage("A note has at most 1000000 characters");
    }

    @Example
    void proofsHaveAtMost63Hashes() {
        var line = LOG.root(1).base64() + "\n";
        var checkpoint = "\n" + LOG.checkpoint();
        assertThat(AddCheckpoint.parse("old 0\n" + line.repeat(63) + checkpoint).proof())
                .hasSize(63);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddCheckpoint.parse("old 0\n" + line.repeat(64) + checkpoint))
                .withMessage("A proof has at most 63 hashes, not 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TransparencyProof.parse("c2sp.org/tlog-proof@v1\nindex 0\n" + line.repeat(64) + checkpoint));
    }

    @Example
    void formsAreNotReadGenerously() {
        var note = COSIGNED.toString();
        assertRefused(
                SignedNote::parse,
                "",
                "\n",
                "\n\n",
                note.stripTrailing(),
                note + "\n",
                note.replace("\n\n", "\n"),
                note.replace("\n", "\r\n"),
                note.replace("— ", "- "),
                note.replace("— ", "—"),
                note.replace("yol.example/api/log ", "yol example/api/log "),
                note.replaceFirst("— .* ", "—  "),
                note.replaceFirst("(?m)^(— \\S+ .*)=$", "$1"),
                note.replace("300", "300\t"),
                note.replace("yol", "\ud800"));
        var root = LOG.root(1).base64();
        assertRefused(
                Checkpoint::parse,
                "",
                "log\n1\n",
                "log\n1\n" + root,
                "\n1\n" + root + "\n",
                "log\n01\n" + root + "\n",
                "log\n-1\n" + root + "\n",
                "log\n+1\n" + root + "\n",
                "log\n١\n" + root + "\n",
                "log\n9223372036854775808\n" + root + "\n",
                "log\n1\n" + root.replace("=", "") + "\n",
                "log\n1\nAAAA\n",
                "log\n1\n" + root + "\n\n",
                "log\n1\n" + root + "\nmore\n\nmore\n");
        var key = LOG_KEY.encode();
        assertRefused(
                VerifierKey::parse,
                "",
                "++",
                key.replaceFirst("yol", "yok"),
                key.replaceFirst("yol", "yol "),
                key.toUpperCase(java.util.Locale.ROOT),
                key.substring(1),
                key.substring(0, key.length() - 4),
                key.replaceFirst("\\+[0-9a-f]{8}\\+A", "+00000000+A"),
                "name+00000000+AAAA",
                LOG.key().encode());
        var secret = LOG.key().encode();
        assertRefused(SigningKey::parse, "", key, secret.substring(1), secret + "A", secret.replaceFirst("yol", "yok"));
    }

    private static void assertRefused(Function<String, ?> parser, String... texts) {
        for (var text : texts) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> parser.apply(text));
        }
    }

    /** Whatever is sent: it is read, and then written as it was, or refused in one way. */
    @Property(tries = 2_000)
    void rubbishIsRefusedInOneWay(@ForAll("spoilt") String text) {
        List<Function<String, Object>> parsers = List.of(
                SignedNote::parse,
                TransparencyProof::parse,
                AddCheckpoint::parse,
                SplitView::parse,
                VerifierKey::parse,
                SigningKey::parse,
                NoteSignature::parse,
                Checkpoint::parse,
                Tile::parse,
                Tile::parseEntries,
                Hash::parseHex,
                Hash::parseBase64);
        for (var parser : parsers) {
            try {
                Object read = parser.apply(text);
                if (!(read instanceof SigningKey || read instanceof Hash || read instanceof Tile)) {
                    var written = read instanceof Checkpoint checkpoint ? checkpoint.text() : read.toString();
                    assertThat(written).isEqualTo(withoutExtra(text));
                }
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }

    private static String withoutExtra(String proof) {
        return proof.replaceFirst("(?m)^extra .*\n", "");
    }

    @Provide
    Arbitrary<String> spoilt() {
        var forms = Arbitraries.of(
                COSIGNED.toString(),
                COSIGNED.text(),
                LOG.proof(7).toString(),
                LOG.growth(7).toString(),
                SplitViewTests.evidence().toString(),
                LOG_KEY.encode(),
                LOG.key().encode(),
                new Tile(0, 1_234_067, 5).path(),
                LOG.root(1).hex());
        var pieces = Arbitraries.of("", "\n", "\n\n", " ", "+", "=", "— ", "0", "x", "\u0000", "\ud800", "\r\n", "日本");
        var spots = Arbitraries.integers().between(0, 10_000);
        return Combinators.combine(forms, pieces, spots, Arbitraries.integers().between(0, 3), spots)
                .as((form, piece, spot, dropped, second) -> {
                    var text = new StringBuilder(form);
                    int at = spot % text.length();
                    text.replace(at, Math.min(text.length(), at + dropped), piece);
                    text.insert(text.isEmpty() ? 0 : second % text.length(), second % 3 == 0 ? piece : "");
                    return text.toString();
                });
    }

    @Property(tries = 500)
    void anyTextIsRefusedInOneWay(@ForAll @StringLength(max = 200) String text) {
        rubbishIsRefusedInOneWay(text);
    }

    @Example
    void namesOfKeysHaveNoSpaces() {
        Stream.of("", "a b", "a+b", "a\nb", "a\u00a0b", "a\u3000b", "a\u0085b", "a\u2028b")
                .forEach(name -> assertThatIllegalArgumentException()
                        .as(name)
                        .isThrownBy(() -> SigningKey.generate(name, Algorithm.ED25519)));
        assertThat(SigningKey.generate("қазақ.example:8080/журнал", Algorithm.ED25519)
                        .verifierKey()
                        .name())
                .isEqualTo("қазақ.example:8080/журнал");
    }

    @Example
    void whatIsHandedOutChangesNothing() {
        var signature = COSIGNED.signatures().getFirst();
        Arrays.fill(signature.signature(), (byte) 0);
        Arrays.fill(LOG_KEY.publicKey(), (byte) 0);
        Arrays.fill(LOG.root(1).bytes(), (byte) 0);
        assertThat(COSIGNED.verifiedBy(List.of(LOG_KEY))).hasSize(1);
        assertThat(LOG.root(1)).isEqualTo(LOG.leaf(0));
    }
}
