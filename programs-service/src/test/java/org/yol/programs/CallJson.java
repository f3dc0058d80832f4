package org.yol.programs;

import java.time.LocalDate;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A call as a coordinator's editor sends it. Never changes: every method answers another one. */
public record CallJson(ObjectNode content) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A call that opened last month, closes next month and lacks nothing. */
    public static CallJson complete() {
        return new CallJson((ObjectNode) JSON.readTree(
                """
                {
                  "opens": "%sT09:00:00+06:00",
                  "closes": "%sT18:00",
                  "zone": "Asia/Bishkek",
                  "intake": "open",
                  "documents": ["passport", "diploma"],
                  "references": 2,
                  "rankAtMost": 2,
                  "caps": {"master": 6, "call": 8},
                  "places": [
                    {"hostId": "jp-university-of-tsukuba", "level": "master", "seats": 4},
                    {"hostId": "jp-hiroshima-university", "level": "doctorate", "seats": 2}
                  ],
                  "rubric": [{"criterion": "academic", "weight": 40}, {"criterion": "plan", "weight": 60}],
                  "eligibility": [{"citizenship": ["KG"]}, {"gradeAtLeast": 3.0, "outOf": 4.0}]
                }
                """.formatted(LocalDate.now().minusMonths(1), LocalDate.now().plusMonths(1))));
    }

    /** All that a draft has to say. */
    public static CallJson bare() {
        return new CallJson(JSON.createObjectNode());
    }

    /** The same with another value, given as JSON, at that pointer. */
    public CallJson with(String pointer, String json) {
        return new CallJson(with(content, pointer, json));
    }

    /** The same, closing at noon (UTC) so many days from today. */
    public CallJson closingAfter(int days) {
        return with("/closes", "\"" + LocalDate.now().plusDays(days) + "T12:00:00Z\"");
    }

    /** The same, opening at noon (UTC) so many days from today. */
    public CallJson openingAfter(int days) {
        return with("/opens", "\"" + LocalDate.now().plusDays(days) + "T12:00:00Z\"");
    }

    static ObjectNode with(ObjectNode content, String pointer, String json) {
        ObjectNode copy = content.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        JsonNode value = JSON.readTree(json);
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return copy;
    }

    @Override
    public String toString() {
        return content.toString();
    }
}
