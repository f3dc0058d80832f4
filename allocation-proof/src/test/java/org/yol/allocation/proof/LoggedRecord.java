package org.yol.allocation.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yol.allocation.proof.log.SelectionLog;

/**
 * A published record whose seed is drawn in a log, and the log.
 *
 * @param input bytes of the input
 * @param result bytes of the result
 */
record LoggedRecord(byte[] input, byte[] result, SelectionLog log) {

    private static final String COUNTRY = "02".repeat(32);

    /** The record of that name with other lottery numbers in the same order: so its outcome is the same. */
    static LoggedRecord of(String name) {
        PublishedRecord record = PublishedRecord.of(name);
        String call = record.input().get("call").asString();
        Map<String, String> before = new LinkedHashMap<>();
        record.input()
                .get("applicants")
                .forEach(one -> before.put(
                        one.get("number").asString(), one.get("lottery").asString()));
        String operator = IntStream.range(0, 1_000_000)
                .mapToObj("%064x"::formatted)
                .filter(part -> order(before).equals(order(drawn(before, part))))
                .findFirst()
                .orElseThrow();
        Map<String, String> after = drawn(before, operator);
        String input = new String(record.inputBytes(), StandardCharsets.UTF_8)
                .replace(record.input().get("seed").asString(), SelectionLog.seed(operator, COUNTRY));
        String result = new String(record.resultBytes(), StandardCharsets.UTF_8);
        String digest = record.inputDigest();
        for (String number : before.keySet()) {
            input = input.replace(before.get(number), after.get(number));
            result = result.replace(before.get(number), after.get(number));
        }
        result = result.replace(digest, sha256(input));
        return new LoggedRecord(
                input.getBytes(StandardCharsets.UTF_8),
                result.getBytes(StandardCharsets.UTF_8),
                new SelectionLog(call, operator, COUNTRY, List.copyOf(before.keySet()), sha256(input), sha256(result)));
    }

    private static Map<String, String> drawn(Map<String, String> lots, String operator) {
        Lottery lottery = new Lottery(HexFormat.of().parseHex(SelectionLog.seed(operator, COUNTRY)));
        Map<String, String> drawn = new LinkedHashMap<>();
        lots.keySet().forEach(number -> drawn.put(number, lottery.of(number)));
        return drawn;
    }

    private static List<String> order(Map<String, String> lots) {
        return lots.keySet().stream().sorted(Comparator.comparing(lots::get)).toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String key() {
        return log.key.verifierKey().encode();
    }

    void boundLate() {
        log.moved("KZ bound", "submission");
    }
}
