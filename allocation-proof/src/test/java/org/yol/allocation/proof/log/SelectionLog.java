package org.yol.allocation.proof.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yol.transparency.Algorithm;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.TestLog;
import org.yol.transparency.Tile;

/**
 * A public log with all that it has to say of a selection, to tamper with. Kazakhstan opens its part, Uzbekistan does
 * not.
 */
public final class SelectionLog implements Source {

    public static final String ADDRESS = "http://log.example.org/api/log";
    public static final String ENTRANTS = "http://log.example.org/entrants";
    static final String ORIGIN = "log.example.org/api/log";

    /** More than a tile has. */
    private static final int OTHERS = 300;

    public final SigningKey key = SigningKey.generate(ORIGIN, Algorithm.ED25519);
    final SigningKey witness = SigningKey.generate("witness.example.kz", Algorithm.COSIGNATURE);
    final Map<String, String> own = new LinkedHashMap<>();
    final Map<String, byte[]> changed = new LinkedHashMap<>();
    private final String operatorPart;
    private final String countryPart;
    private String entrants;
    private TestLog log;

    /** Two parts of 32 bytes in lower-case hex, and the digests of the two files. */
    public SelectionLog(
            String call, String operatorPart, String countryPart, List<String> numbers, String input, String result) {
        this.operatorPart = operatorPart;
        this.countryPart = countryPart;
        this.entrants = String.join("\n", numbers);
        own.put("operator bound", bound(call, "operator", operatorPart));
        own.put("KZ bound", bound(call, "KZ", countryPart));
        own.put("UZ bound", bound(call, "UZ", "99".repeat(32)));
        own.put("submission", entry(call, "submission", "digest", "55".repeat(32)));
        own.put(
                "entered",
                "{\"call\":\"%s\",\"digest\":\"%s\",\"entrants\":%d,\"kind\":\"lottery-entrants\"}"
                        .formatted(call, sha256(entrants.getBytes(StandardCharsets.UTF_8)), numbers.size()));
        own.put("operator opened", part(call, "operator", operatorPart));
        own.put("KZ opened", part(call, "KZ", countryPart));
        own.put("earlier input", selection(call, "0", "selection-input", "77".repeat(32), ""));
        own.put("input", selection(call, "1", "selection-input", input, ""));
        own.put("result", selection(call, "1", "selection-result", input, ",\"result\":\"" + result + "\""));
    }

    private static String bound(String call, String by, String part) {
        return "{\"by\":\"%s\",\"call\":\"%s\",\"commitment\":\"%s\",\"kind\":\"lottery-commitment\"}"
                .formatted(by, call, sha256(HexFormat.of().parseHex(part)));
    }

    static String part(String call, String by, String part) {
        return "{\"by\":\"%s\",\"call\":\"%s\",\"kind\":\"lottery-opening\",\"part\":\"%s\"}".formatted(by, call, part);
    }

    static String selection(String call, String id, String kind, String input, String more) {
        return "{\"call\":\"%s\",\"input\":\"%s\",\"kind\":\"%s\",\"selection\":\"%s\"%s}"
                .formatted(call, input, kind, id, more);
    }

    private static String entry(String call, String kind, String field, String value) {
        return "{\"call\":\"%s\",\"kind\":\"%s\",\"%s\":\"%s\"}".formatted(call, kind, field, value);
    }

    /** The seed that the two opened parts give. */
    public String seed() {
        return seed(operatorPart, countryPart);
    }

    public static String seed(String operatorPart, String countryPart) {
        byte[] word = "yol-lottery-seed/1".getBytes(StandardCharsets.UTF_8);
        return sha256(HexFormat.of().parseHex(HexFormat.of().formatHex(word) + operatorPart + countryPart));
    }

    /** Changes what it says, before it is signed. */
    SelectionLog tampered(Consumer<Map<String, String>> how) {
        how.accept(own);
        return this;
    }

    /** Moves an entry behind another. */
    public SelectionLog moved(String name, String behind) {
        List<String> names = new ArrayList<>(own.keySet());
        names.remove(name);
        names.add(names.indexOf(behind) + 1, name);
        Map<String, String> before = Map.copyOf(own);
        own.clear();
        names.forEach(each -> own.put(each, before.get(each)));
        return this;
    }

    SelectionLog entrants(List<String> numbers) {
        entrants = String.join("\n", numbers);
        return this;
    }

    /** The number of an entry. */
    int index(String name) {
        return OTHERS + new ArrayList<>(own.keySet()).indexOf(name);
    }

    TestLog log() {
        if (log == null) {
            log = new TestLog(key);
            for (int other = 0; other < OTHERS; other++) {
                log.append(entry("another", "submission", "digest", "%064x".formatted(other)));
            }
            own.values().forEach(log::append);
        }
        return log;
    }

    private SignedNote checkpoint() {
        SignedNote note = log().checkpoint();
        return note.with(witness.cosign(note.text(), java.time.Instant.ofEpochSecond(1_800_000_000)));
    }

    /** Signs a tree that does not hold what is shown. */
    SelectionLog signingAnother() {
        TestLog other = new TestLog(key).grownTo(log().size());
        var text = new Checkpoint(ORIGIN, other.size(), other.root(other.size())).text();
        changed.put("checkpoint", SignedNote.of(text, key.sign(text)).toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public byte[] get(String address, int longest) {
        if (address.equals(ENTRANTS)) {
            return entrants.getBytes(StandardCharsets.UTF_8);
        }
        return get(address.substring(ADDRESS.length() + 1));
    }

    /** What is at a path below its address. */
    public byte[] get(String path) {
        if (changed.containsKey(path)) {
            return changed.get(path);
        }
        return switch (path) {
            case "entrants" -> entrants.getBytes(StandardCharsets.UTF_8);
            case "checkpoint" -> checkpoint().toString().getBytes(StandardCharsets.UTF_8);
            case "keys" -> "{\"keys\":[\"%s\"]}".formatted(key.verifierKey()).getBytes(StandardCharsets.UTF_8);
            case "witnesses" ->
                "[{\"country\":\"KZ\",\"key\":\"%s\"}]"
                        .formatted(witness.verifierKey())
                        .getBytes(StandardCharsets.UTF_8);
            default -> log().entries(Tile.parseEntries(path));
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String faults(List<Finding> findings) {
        return findings.stream().flatMap(each -> each.faults().stream()).collect(Collectors.joining("\n"));
    }
}
