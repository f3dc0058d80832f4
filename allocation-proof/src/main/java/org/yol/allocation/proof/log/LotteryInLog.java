package org.yol.allocation.proof.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The lottery of a call as the log has it: bound, entered, opened, drawn. */
final class LotteryInLog {

    private static final String OPERATOR = "operator";
    private static final String SEED = "yol-lottery-seed/1";

    private final CallHistory history;
    private final List<Entry> commitments;
    private final List<Entry> openings;

    LotteryInLog(CallHistory history) {
        this.history = history;
        this.commitments = history.of(CallHistory.COMMITMENT);
        this.openings = history.of(CallHistory.OPENING);
    }

    /** Nobody could choose a part when something was handed in. */
    Finding bound() {
        List<String> faults = new ArrayList<>(twice(commitments));
        if (commitments.stream().noneMatch(entry -> by(entry).equals(OPERATOR))) {
            faults.add("no entry binds the operator to a part");
        }
        OptionalLong first = history.firstSubmission();
        for (Entry commitment : commitments) {
            if (first.isPresent() && commitment.index() > first.getAsLong()) {
                faults.add("%s binds %s after the first submission, which is entry %d"
                        .formatted(commitment, by(commitment), first.getAsLong()));
            }
        }
        return new Finding(
                "All parts of the seed were bound before the first submission",
                read(commitments)
                        + (first.isPresent() ? "; first submission: entry " + first.getAsLong() : "; no submission"),
                faults);
    }

    /** It stood who takes part before anybody could know the seed. */
    Finding entered(List<String> listed) {
        List<Entry> entered = history.of(CallHistory.ENTRANTS);
        List<String> faults = new ArrayList<>();
        if (entered.size() != 1) {
            faults.add(entered.isEmpty() ? "no entry says who takes part" : "several entries say so: " + entered);
        } else {
            Entry entry = entered.getFirst();
            String digest = hex(sha256(String.join("\n", listed).getBytes(StandardCharsets.UTF_8)));
            if (!digest.equals(entry.text("digest"))) {
                faults.add("the published list of %d has the digest %s, and %s says %s of %s"
                        .formatted(
                                listed.size(),
                                digest,
                                entry,
                                entry.text("digest"),
                                entry.said().path("entrants").asString("")));
            } else if (entry.said().path("entrants").asInt(-1) != listed.size()) {
                faults.add("%s says another number than the %d of the list".formatted(entry, listed.size()));
            }
            openings.stream()
                    .filter(opening -> opening.index() < entry.index())
                    .forEach(opening -> faults.add("%s opens the part of %s before %s says who takes part"
                            .formatted(opening, by(opening), entry)));
            commitments.stream()
                    .filter(commitment -> commitment.index() > entry.index())
                    .forEach(commitment -> faults.add(
                            "%s binds %s after %s says who takes part".formatted(commitment, by(commitment), entry)));
        }
        return new Finding(
                "Who takes part stood before any part was opened, and is the published list",
                entered.stream().map(Entry::toString).collect(Collectors.joining(", ")) + ", " + listed.size()
                        + " numbers",
                faults);
    }

    /** What was opened is what was bound. */
    Finding opened() {
        List<String> faults = new ArrayList<>(twice(openings));
        Map<String, Entry> bound = new HashMap<>();
        commitments.forEach(commitment -> bound.putIfAbsent(by(commitment), commitment));
        for (Entry opening : openings) {
            Entry commitment = bound.get(by(opening));
            if (commitment == null) {
                faults.add("%s opens a part of %s, which was never bound".formatted(opening, by(opening)));
            } else if (!commitmentOf(opening).equals(commitment.text("commitment"))) {
                faults.add("%s opens another part than the one that %s binds %s to"
                        .formatted(opening, commitment, by(opening)));
            }
        }
        List<String> open = openings.stream().map(LotteryInLog::by).toList();
        if (!open.contains(OPERATOR)) {
            faults.add("no entry opens the operator's part");
        }
        String shut = bound.keySet().stream()
                .filter(by -> !open.contains(by))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Finding(
                "Each part that was opened is the one that was bound",
                read(openings) + (shut.isEmpty() ? "" : "; not opened, and so left out: " + shut),
                faults);
    }

    /** The seed is that of the opened parts, the operator's first and then by country. */
    Finding drawn(String seed) {
        MessageDigest digest = sha256();
        digest.update(SEED.getBytes(StandardCharsets.UTF_8));
        openings.stream()
                .sorted(Comparator.comparing((Entry opening) -> !by(opening).equals(OPERATOR))
                        .thenComparing(LotteryInLog::by))
                .forEach(opening -> digest.update(part(opening)));
        String due = hex(digest.digest());
        return new Finding(
                "The seed of the input is that of the opened parts",
                due,
                due.equals(seed)
                        ? List.of()
                        : List.of("the input has the seed " + seed + ", and the parts give " + due));
    }

    private static List<String> twice(List<Entry> entries) {
        Map<String, Entry> first = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Entry entry : entries) {
            Entry before = first.putIfAbsent(by(entry), entry);
            if (before != null) {
                faults.add("%s is a second one of %s, after %s".formatted(entry, by(entry), before));
            }
        }
        return faults;
    }

    private static String read(List<Entry> entries) {
        return entries.stream().map(entry -> by(entry) + ": " + entry).collect(Collectors.joining(", "));
    }

    private static String by(Entry entry) {
        return entry.text("by");
    }

    private static String commitmentOf(Entry opening) {
        return hex(sha256(part(opening)));
    }

    /** What is no part is one that was never bound. */
    private static byte[] part(Entry opening) {
        try {
            return HexFormat.of().parseHex(opening.text("part"));
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
