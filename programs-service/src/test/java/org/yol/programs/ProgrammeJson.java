package org.yol.programs;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A programme as a coordinator's editor sends it. Never changes: every method answers another one. */
public record ProgrammeJson(ObjectNode content) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A programme that lacks nothing. */
    public static ProgrammeJson complete() {
        return new ProgrammeJson((ObjectNode) JSON.readTree("""
                {
                  "kind": "scholarship",
                  "destination": "JP",
                  "origins": ["KG"],
                  "levels": ["master", "doctorate"],
                  "fields": ["0413", "0311"],
                  "languages": ["en"],
                  "sectors": ["public-administration", "transport"],
                  "months": 24,
                  "pays": {"stipendPerMonth": [143000, 144000.5], "currency": "JPY", "tuition": "waived", "airfare": "paid"},
                  "title": {"en": "JDS Kyrgyz Republic", "ja": "人材育成奨学計画（JDS）キルギス共和国"},
                  "description": {"en": "For young officials.", "ru": "Для молодых служащих."}
                }
                """));
    }

    /** All that a draft has to say. */
    public static ProgrammeJson bare() {
        return new ProgrammeJson((ObjectNode) JSON.readTree("{\"kind\": \"exchange\"}"));
    }

    /** The same with another value, given as JSON, at that pointer. */
    public ProgrammeJson with(String pointer, String json) {
        return new ProgrammeJson(CallJson.with(content, pointer, json));
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
