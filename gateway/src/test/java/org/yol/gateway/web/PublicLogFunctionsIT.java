package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.gateway.support.BrowserFunctions;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.StandInLog;
import org.yol.transparency.Algorithm;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.SplitView;
import org.yol.transparency.TransparencyProof;
import tools.jackson.databind.json.JsonMapper;

/** What the page of the public log reckons, against a log that the module of the services has made. */
@GatewayTest
class PublicLogFunctionsIT extends BrowserFunctions {

    private static final String ORIGIN = "yol.example/api/log";
    private static final SigningKey KEY = SigningKey.generate(ORIGIN, Algorithm.ED25519);
    private static final SigningKey WITNESS = SigningKey.generate("witness.example", Algorithm.COSIGNATURE);
    private static final StandInLog LOG = new StandInLog(
            ORIGIN,
            KEY,
            IntStream.range(0, 700)
                    .mapToObj(
                            "{\"at\":\"2026-11-26T09:00:00Z\",\"digest\":\"%04x\",\"kind\":\"submission\"}"::formatted)
                    .toList());

    @BeforeAll
    static void inEnglish() {
        scripts.speak("en");
    }

    /** The tree that all logs of Certificate Transparency are tested with. */
    @Test
    void treeOfEightLeavesHasTheRootEverybodyKnows() {
        var root = scripts.evaluate("log/tiles.js", """
                (async () => {
                  const { hex, joined, ofHex } = await import('/app/log/bytes.js');
                  const { leafHash } = await import('/app/log/hashes.js');
                  const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
                  const tile = joined(...(await Promise.all(entries.map((entry) => leafHash(ofHex(entry))))));
                  return hex(await new m.TiledTree(8, async () => tile).root());
                })()
                """);

        assertThat(root).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "1, 0, 2, tile/1/000.p/2",
        "0, 1000, 5, tile/0/x001/000.p/5"
    })
    void tilesAreWhereEverybodyLooksForThem(int level, long index, int width, String path) {
        assertThat(scripts.evaluate(
                        "log/tiles.js", "m.tilePath({level: %d, index: %d, width: %d})".formatted(level, index, width)))
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 255, 256, 257, 700})
    void rootsAndProofsAreThoseOfTheServices(int size) {
        var tree = LOG.tree(size);
        var indexes = IntStream.of(0, size / 2, size - 1).distinct().boxed().toList();

        var read = (Map<?, ?>)
                scripts.evaluate("log/tiles.js", """
                (async () => {
                  const { hex, ofBase64 } = await import('/app/log/bytes.js');
                  const tiles = %s;
                  const tree = new m.TiledTree(%d, async (tile) => ofBase64(tiles[m.tilePath(tile)]));
                  const proofs = async (numbers, proof) => Promise.all(numbers.map(async (number) => (await proof(number)).map(hex)));
                  return {
                    root: hex(await tree.root()),
                    inclusion: await proofs(%s, (index) => tree.inclusion(index)),
                    consistency: await proofs(%s, (index) => tree.consistency(index + 1)),
                  };
                })()
                """.formatted(json(base64(LOG.tiles(size))), size, indexes, indexes));

        assertThat(read.get("root")).isEqualTo(tree.root().hex());
        assertThat(read.get("inclusion"))
                .isEqualTo(indexes.stream()
                        .map(index -> hex(tree.inclusion(index)))
                        .toList());
        assertThat(read.get("consistency"))
                .isEqualTo(indexes.stream()
                        .map(index -> hex(tree.consistency(index + 1)))
                        .toList());
    }

    /** The seed is that of LotteryTests in applications-service. */
    @Test
    void seedOfALotteryFollowsFromItsPartsInTheOrderOfCountries() {
        var reckoned = scripts.evaluate("lottery/lottery-part.js", """
                (async () => {
                  const part = async (by, byte, open) => ({
                    by, commitment: await m.commitmentTo(byte.repeat(32)), opened: open ? byte.repeat(32) : null,
                  });
                  const parts = [await part('KZ', '1e', true), await part('KG', '3c', false), await part('operator', '0f', true), await part('JP', '2d', true)];
                  const seed = await m.seedOf(parts);
                  const forged = parts.with(0, { ...parts[0], commitment: parts[1].commitment });
                  return [
                    seed, await m.reckoned({ parts, seed }), await m.reckoned({ parts, seed: '00'.repeat(32) }),
                    await m.reckoned({ parts: forged, seed }), await m.reckoned({ parts, seed: null }),
                  ].join(' ');
                })()
                """);

        assertThat(reckoned)
                .isEqualTo("f62d1b104d8a74ef1cd3a0a25b405b5565a1292f2267a1078f735cd927a1bf5b true false false ");
    }

    @Test
    void partOfALotteryIsReadFromItsOwnFileOnly() {
        var read = scripts.evaluate("lottery/lottery-part.js", """
                (async () => {
                  const made = await m.madePart('call-1', 'KZ');
                  const other = await m.madePart('call-1', 'KZ');
                  const text = JSON.stringify(made);
                  const found = [
                    await m.partIn(text, 'call-1', 'KZ', made.commitment), await m.partIn(text, 'call-2', 'KZ', made.commitment),
                    await m.partIn(text, 'call-1', 'KG', made.commitment), await m.partIn(text, 'call-1', 'KZ', other.commitment),
                    await m.partIn('rubbish', 'call-1', 'KZ', made.commitment), await m.partIn('null', 'call-1', 'KZ', made.commitment),
                  ];
                  return found.map((part) => part === made.part).join(' ') + found.filter((part) => part === null).length;
                })()
                """);

        assertThat(read).isEqualTo("true false false false false false5");
    }

    /** Each hash of a proof with another bit, too many, too few, and a number beside the right one. */
    @Test
    void proofThatIsNotTheRightOneProvesNothing() {
        var tree = LOG.tree(700);

        var accepted = scripts.evaluate("log/proofs.js", """
                (async () => {
                  const { ofHex } = await import('/app/log/bytes.js');
                  const changed = (proof) => [
                    proof,
                    ...proof.map((hash, place) => proof.with(place, Uint8Array.from(hash, (byte, at) => (at === 7 ? byte ^ 1 : byte)))),
                    proof.slice(1), proof.slice(0, -1), [...proof, proof[0]],
                  ];
                  const [leaf, root, earlier] = ['%s', '%s', '%s'].map(ofHex);
                  const inclusion = %s.map(ofHex);
                  const consistency = %s.map(ofHex);
                  const all = await Promise.all([
                    ...changed(inclusion).map((proof) => m.isIncluded(leaf, 300, 700, root, proof)),
                    m.isIncluded(leaf, 301, 700, root, inclusion),
                    m.isIncluded(leaf, 700, 700, root, inclusion),
                    ...changed(consistency).map((proof) => m.isConsistent(300, earlier, 700, root, proof)),
                    m.isConsistent(299, earlier, 700, root, consistency),
                    m.isConsistent(300, root, 700, root, consistency),
                  ]);
                  return all.filter(Boolean).length;
                })()
                """.formatted(
                        tree.leaf(300).hex(),
                        tree.root().hex(),
                        tree.root(300).hex(),
                        json(hex(tree.inclusion(300))),
                        json(hex(tree.consistency(300)))));

        assertThat(accepted).as("the inclusion and the consistency as they are").isEqualTo(2);
    }

    @Test
    void signaturesCountByTheirKeysAndForeignLinesSayNothing() {
        var at = Instant.parse("2026-11-26T09:00:00Z");
        var note = LOG.checkpoint(300);
        var stranger = SigningKey.generate("stranger.example", Algorithm.ED25519);
        var signed = note.with(WITNESS.cosign(note.text(), at), stranger.sign(note.text()));
        var other = signed.toString().replace("\n300\n", "\n301\n");

        var read = scripts.evaluate("log/notes.js", """
                (async () => {
                  const keys = await Promise.all(%s.map(m.parseKey));
                  const read = async (note) => {
                    const { signed, wrong } = await m.verifiedBy(m.parseSignedCheckpoint(note), keys);
                    return `${signed.map(({ key, at }) => `${key.name} ${at?.toISOString()}`)} not ${wrong.map(({ key }) => key.name)}`;
                  };
                  const [one, other] = %s;
                  return [await read(one), await read(other)];
                })()
                """.formatted(
                json(List.of(KEY.verifierKey().encode(), WITNESS.verifierKey().encode())),
                json(List.of(signed.toString(), other))));

        assertThat(read)
                .isEqualTo(List.of(
                        ORIGIN + " undefined,witness.example 2026-11-26T09:00:00.000Z not ",
                        " not " + ORIGIN + ",witness.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no note",
                "a\n3\nAAAA\n\n— a AAAAAAAA\n",
                "a\n03\n%s\n\n— a AAAAAAAA\n",
                "a\n3\n%s\n\n- a AAAAAAAA\n",
                "a\n3\n%s\n\n— a AAAAAAAA",
                "a\n3\n%s\n\n— a AAA*AAAA\n",
                "a\n3\n%s\n\n— a AAAAAA==\n"
            })
    void whatIsNoCheckpointIsRefused(String note) {
        var text = note.replace("%s", Hash.EMPTY_TREE.base64());

        assertThat(scripts.evaluate(
                        "log/notes.js",
                        "(() => { try { m.parseSignedCheckpoint(" + json(text)
                                + "); return 'taken'; } catch (refused) { return refused.name; } })()"))
                .isIn("SyntaxError", "InvalidCharacterError");
    }

    /** The example of RFC 8785. */
    @Test
    void canonicalJsonIsThatOfTheStandard() {
        var canonical = scripts.evaluate("log/canonical.js", """
                m.canonical({
                  numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
                  string: '\\u20ac$\\u000F\\u000aA\\'\\u0042\\u0022\\u005c\\\\"\\/',
                  literals: [null, true, false],
                })
                """);

        assertThat(canonical)
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void entryOfASubmissionIsReckonedFromItsReceiptAlone() {
        var salt = "00112233445566778899aabbccddeeff";
        var whole = Hash.of(new byte[Hash.BYTES]).hex();
        var opening = "{\"receipt\":\"0A1B-2C3D-4E5F\",\"salt\":\"%s\",\"submission\":\"%s\"}".formatted(salt, whole);
        var digest = scripts.evaluate(
                "verify/receipt-check.js", "m.fingerprint(new TextEncoder().encode('" + opening + "'))");
        var entry = "{\"at\":\"2026-11-26T09:00:00Z\",\"call\":\"c1\",\"digest\":\"%s\",\"kind\":\"submission\"}"
                .formatted(digest);

        var leaf = scripts.evaluate("log/submission-leaf.js", """
                (async () => {
                  const { hex } = await import('/app/log/bytes.js');
                  const says = { receipt: '0A1B-2C3D-4E5F', submittedAt: '2026-11-26T09:00:00Z', call: { id: 'c1', title: 'Rivers' },
                    sha256: { submission: '%s', answers: 'aa' }, log: { origin: 'x', salt: '%s' } };
                  return hex(await m.leafOf(await m.submissionEntry(says)));
                })()
                """.formatted(whole, salt));

        assertThat(leaf).isEqualTo(StandInLog.leaf(entry).hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%%PDF-1.7 \u0080\u00ff stream\n%s\nendstream", "\r\n%s"})
    void proofIsFoundWhateverStandsAroundIt(String around) {
        var proof = new TransparencyProof(300, LOG.tree(700).inclusion(300), LOG.checkpoint(700));

        assertThat(indexIn(around.formatted(proof))).isEqualTo(300);
        assertThat(indexIn(json(Map.of("jws", "eyJ", "log", Map.of("index", 300, "proof", proof.toString())))))
                .isEqualTo(300);
        assertThat(indexIn(around.formatted("c2sp.org/tlog-proof@v1\nindex 03\n\n" + LOG.checkpoint(700))))
                .isNull();
    }

    private static Object indexIn(String text) {
        return scripts.evaluate("log/proof-files.js", "m.proofIn(" + json(text) + ")?.index ?? null");
    }

    @Test
    void logThatGrewIsRememberedAsFarAsItCame() {
        var seen = watched(LOG, 300, published(LOG, 700));

        assertThat(seen.get("found")).isEqualTo(List.of());
        assertThat(seen.get("remembered")).isEqualTo(700);
    }

    /** Of any size, and of one whose tree is whole in itself, which proofs leave out. */
    @ParameterizedTest
    @CsvSource({"300, 700", "256, 700", "700, 700"})
    void rewrittenHistoryIsFoundWithEvidenceThatTheServicesCheck(int before, int now) {
        var seen = watched(LOG, before, published(LOG.rewrittenFrom(100), now));

        assertThat(seen.get("found")).isEqualTo(List.of("history"));
        assertThat(seen.get("remembered")).as("what was seen stays").isEqualTo(before);
        SplitView.parse((String) ((List<?>) seen.get("evidence")).getFirst()).verify(List.of(KEY.verifierKey()));
    }

    @Test
    void shorterHistoryIsFound() {
        assertThat(watched(LOG, 700, published(LOG, 300)).get("found")).isEqualTo(List.of("shorter"));
        assertThat(watched(LOG, 700, Map.of("keys", keys(KEY))).get("found"))
                .as("nothing at all")
                .isEqualTo(List.of("shorter"));
    }

    @Test
    void entryThatIsNotTheSignedOneIsFound() {
        var entry = LOG.entries().get(300);

        assertThat(watched(LOG, 300, published(LOG, 700), 300, entry).get("found"))
                .isEqualTo(List.of());
        assertThat(watched(LOG, 300, published(LOG, 700), 300, entry.replace("012c", "012d"))
                        .get("found"))
                .isEqualTo(List.of("entry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/000", "tile/0/002.p/188", "tile/1/000.p/2"})
    void byteOfATileThatIsAnotherIsFoundOnce(String tile) {
        Map<String, byte[]> files = new HashMap<>(published(LOG, 700));
        files.put(tile, files.get(tile).clone());
        files.get(tile)[40] ^= 1;

        assertThat(watched(LOG, 300, files, 1, LOG.entries().get(1)).get("found"))
                .isEqualTo(List.of("tiles"));
    }

    @Test
    void signatureOfAKeyThatNobodyHandedOverToIsFound() {
        var successor = SigningKey.generate(ORIGIN, Algorithm.ED25519);
        var text = LOG.checkpoint(700).text();
        Map<String, byte[]> files = new HashMap<>(published(LOG, 700));
        files.put("checkpoint", bytes(SignedNote.of(text, successor.sign(text))));
        files.put("keys", keys(successor, KEY));

        assertThat(watched(LOG, 300, files).get("found")).isEqualTo(List.of("keys"));

        files.put("entries?kind=log-key&limit=100", handedOver(KEY, successor));
        assertThat(watched(LOG, 300, files).get("found"))
                .as("once the key before has signed the one after")
                .isEqualTo(List.of());

        files.put("entries?kind=log-key&limit=100", handedOver(successor, successor));
        assertThat(watched(LOG, 300, files).get("found")).isEqualTo(List.of("keys"));
    }

    @Test
    void wrongSignatureAndAnotherLogAreFound() {
        Map<String, byte[]> files = new HashMap<>(published(LOG, 700));
        files.put("checkpoint", bytes(LOG.checkpoint(700).toString().replace("\n700\n", "\n699\n")));
        assertThat(watched(LOG, 300, files).get("found")).isEqualTo(List.of("signature"));

        var other = new StandInLog(
                "other.example/api/log",
                SigningKey.generate("other.example/api/log", Algorithm.ED25519),
                LOG.entries());
        assertThat(watched(LOG, 300, published(other, 700)).get("found")).isEqualTo(List.of("origin"));
    }

    @Test
    void daysWithoutAnEntryAreDaysToo() {
        assertThat(scripts.evaluate(
                        "log/growth-days.js",
                        "m.daysInARow([{day: '2026-10-01', entries: 9}, {day: '2026-11-24', entries: 2},"
                                + " {day: '2026-11-26', entries: 5}], 4).map(({entries}) => entries)"))
                .isEqualTo(List.of(0, 2, 0, 5));
    }

    private static Map<?, ?> watched(StandInLog before, int size, Map<String, byte[]> files) {
        return watched(before, size, files, -1, "{}");
    }

    /** What a browser finds that has seen so much before, and reads these files now, and an entry of that number. */
    private static Map<?, ?> watched(StandInLog before, int size, Map<String, byte[]> files, int index, String entry) {
        var seen = Map.of(
                "origin",
                before.origin(),
                "keys",
                List.of(before.key().verifierKey().encode()),
                "checkpoint",
                before.checkpoint(size).toString(),
                "at",
                "2026-11-25T09:00:00Z");
        return (Map<?, ?>) scripts.evaluate(
                "log/watched-log.js", """
                (async () => {
                  const { ofBase64 } = await import('/app/log/bytes.js');
                  const files = %s;
                  const type = (path) => (path.includes('tile/') || path === 'checkpoint' ? 'text/plain' : 'application/json');
                  const network = window.fetch;
                  window.fetch = async (address) => {
                    const path = String(address).replace('/api/log/', '');
                    if (!(path in files)) return new Response('{}', { status: 404, headers: { 'Content-Type': 'application/problem+json' } });
                    return new Response(ofBase64(files[path]), { headers: { 'Content-Type': type(path) } });
                  };
                  localStorage.setItem('yol:log-seen', %s);
                  try {
                    const log = new m.WatchedLog();
                    await log.look();
                    if (%d >= 0) await log.isEntry({ index: %d, entry: %s });
                    const remembered = JSON.parse(localStorage.getItem('yol:log-seen')).checkpoint.split('\\n')[1];
                    return { found: log.findings.map(({ kind }) => kind), evidence: log.findings.map(({ evidence }) => evidence), remembered: Number(remembered) };
                  } finally {
                    window.fetch = network;
                  }
                })()
                """.formatted(json(base64(files)), json(json(seen)), index, index, entry));
    }

    private static Map<String, byte[]> published(StandInLog log, int size) {
        Map<String, byte[]> files = new HashMap<>(log.tiles(size));
        files.put("checkpoint", bytes(log.checkpoint(size)));
        files.put(
                "keys",
                bytes(json(Map.of(
                        "origin",
                        log.origin(),
                        "keys",
                        List.of(log.key().verifierKey().encode())))));
        files.put("entries?kind=log-key&limit=100", bytes("{\"items\": []}"));
        return files;
    }

    private static byte[] keys(SigningKey... keys) {
        List<String> published = new ArrayList<>();
        for (var key : keys) {
            published.add(key.verifierKey().encode());
        }
        return bytes(json(Map.of("origin", ORIGIN, "keys", published)));
    }

    private static byte[] handedOver(SigningKey signing, SigningKey successor) {
        var said = "{\"at\":\"2026-11-26T09:00:00Z\",\"key\":\"%s\",\"kind\":\"log-key\",\"previous\":\"%s\"}"
                .formatted(successor.verifierKey().encode(), KEY.verifierKey().encode());
        var signature = Base64.getEncoder().encodeToString(signing.sign(bytes(said)));
        var entry = said.replace("}", ",\"signature\":\"" + signature + "\"}");
        return bytes("{\"items\": [{\"index\": 650, \"entry\": %s}]}".formatted(entry));
    }

    private static byte[] bytes(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }

    private static Map<String, String> base64(Map<String, byte[]> files) {
        Map<String, String> encoded = new HashMap<>();
        files.forEach((path, bytes) -> encoded.put(path, Base64.getEncoder().encodeToString(bytes)));
        return encoded;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
