package org.yol.eligibility;

import java.util.List;
import org.yol.contracts.EligibilityRule;
import org.yol.eligibility.RuleReading.Result;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rules as a call states them, in JSON. */
final class Rules {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Rules() {}

    static Result read(String... stated) {
        return RuleReading.read(List.of(stated).stream().map(Rules::stated).toList(), "/eligibility");
    }

    /** Rules that have no fault. */
    static List<Rule> good(String... stated) {
        Result result = read(stated);
        if (!result.faults().isEmpty()) {
            throw new AssertionError(result.faults().toString());
        }
        return result.rules();
    }

    private static EligibilityRule stated(String json) {
        return JSON.readValue(json, EligibilityRule.class);
    }
}
