package org.yol.allocation.proof.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the log says of one call, in its order. Of submissions only the first is kept. */
final class CallHistory {

    static final String COMMITMENT = "lottery-commitment";
    static final String ENTRANTS = "lottery-entrants";
    static final String OPENING = "lottery-opening";
    static final String INPUT = "selection-input";
    static final String RESULT = "selection-result";
    private static final String SUBMISSION = "submission";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String call;
    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private long firstSubmission = -1;

    CallHistory(String call) {
        this.call = call;
    }

    void add(long index, byte[] bytes) {
        Entry entry;
        try {
            entry = new Entry(index, JSON.readTree(bytes));
        } catch (JacksonException _) {
            unreadable.add("entry %d is no JSON".formatted(index));
            return;
        }
        if (!entry.text("call").equals(call)) {
            return;
        }
        if (!entry.kind().equals(SUBMISSION)) {
            entries.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(entry);
        } else if (firstSubmission < 0) {
            firstSubmission = index;
        }
    }

    /** Those of a kind, the first one first. */
    List<Entry> of(String kind) {
        return entries.getOrDefault(kind, List.of());
    }

    /** The number of the entry of the first submission; empty without. */
    OptionalLong firstSubmission() {
        return firstSubmission < 0 ? OptionalLong.empty() : OptionalLong.of(firstSubmission);
    }

    /** What could be anything. */
    List<String> unreadable() {
        return unreadable;
    }
}
