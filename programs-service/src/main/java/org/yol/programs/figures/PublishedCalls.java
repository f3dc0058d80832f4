package org.yol.programs.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Results;
import org.yol.programs.call.CallDates;
import org.yol.programs.call.Calls;
import org.yol.programs.programme.ProgrammeFacts;
import org.yol.programs.programme.Programmes;

/** All published calls with what their programmes say; one whose programme is not published yet follows in a moment. */
@Component
class PublishedCalls {

    private final Calls calls;
    private final Programmes programmes;

    PublishedCalls(Calls calls, Programmes programmes) {
        this.calls = calls;
        this.programmes = programmes;
    }

    List<CallFacts> all() {
        Map<String, ProgrammeFacts> byId = new HashMap<>();
        try (Results<ProgrammeFacts> each = programmes.publishedFacts()) {
            each.forEachRemaining(programme -> byId.put(programme.id(), programme));
        }
        List<CallFacts> all = new ArrayList<>();
        try (Results<CallDates> each = calls.publishedDates()) {
            each.forEachRemaining(call -> {
                ProgrammeFacts programme = byId.get(call.programmeId());
                if (programme != null) {
                    all.add(new CallFacts(call, programme));
                }
            });
        }
        return all;
    }
}
