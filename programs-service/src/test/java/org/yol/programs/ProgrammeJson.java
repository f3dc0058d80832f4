package org.yol.programs;

import java.time.LocalDate;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a coordinator's editor sends. Never changes: every method answers another one. */
public record ProgrammeJson(ObjectNode content) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A programme with a call that opened last month, closes next month and lacks nothing. */
    public static ProgrammeJson complete() {
        return new ProgrammeJson((ObjectNode) JSON.readTree(
                """
                {
                  "kind": "scholarship",
                  "provider": {"name": "JICA / JICE"},
                  "destination": "JP",
                  "origins": ["KG"],
                  "levels": ["master", "doctorate"],
                  "fields": ["0413", "0311"],
                  "languages": ["en"],
                  "sectors": ["public-administration", "transport"],
                  "months": 24,
                  "pays": {"stipendPerMonth": [143000, 144000.5], "currency": "JPY", "tuition": "waived", "airfare": "paid"},
                  "title": {"en": "JDS Kyrgyz Republic", "ja": "人材育成奨学計画（JDS）キルギス共和国"},
                  "description": {"en": "For young officials.", "ru": "Для молодых служащих."},
                  "calls": [{
                    "opens": "%sT09:00:00+06:00",
                    "closes": "%sT18:00",
                    "zone": "Asia/Bishkek",
                    "intake": "open",
                    "documents": ["passport", "diploma"],
                    "references": 2,
                    "rankAtMost": 2,
                    "caps": {"master": 6, "call": 8},
                    "places": [
                      {"hostId": "university-of-tsukuba", "level": "master", "seats": 4},
                      {"hostId": "hiroshima-university", "level": "doctorate", "seats": 2}
                    ],
                    "rubric": [{"criterion": "academic", "weight": 40}, {"criterion": "plan", "weight": 60}]
                  }]
                }
                """.formatted(LocalDate.now().minusMonths(1), LocalDate.now().plusMonths(1))));
    }

    /** All that a draft has to say. */
    public static ProgrammeJson bare() {
        return new ProgrammeJson((ObjectNode) JSON.readTree("{\"kind\": \"exchange\", \"calls\": [{}]}"));
    }

    /** The same with another value, given as JSON, at that pointer. */
    public ProgrammeJson with(String pointer, String json) {
        ObjectNode copy = content.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        JsonNode value = JSON.readTree(json);
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return new ProgrammeJson(copy);
    }

    /** The same with that English title. */
    public ProgrammeJson titled(String title) {
        return with("/title", JSON.writeValueAsString(Map.of("en", title)));
    }

    @Override
    public String toString() {
        return content.toString();
    }
}
