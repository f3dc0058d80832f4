package org.yol.applications.application;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.yol.contracts.Event;
import org.yol.contracts.EventType;
import org.yol.platform.access.Role;
import org.yol.platform.trail.Act;

/** What happens to an application, in the words of the audit trail. */
final class Acts {

    private Acts() {}

    /**
     * What an event tells of an application.
     *
     * @param account who did it; null when it follows from something else
     * @param role in which they did it
     * @param after the application as it is then
     */
    static Act of(Event event, String account, Role role, Application after) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("state", after.state().toString());
        if (after.isHandedIn()) {
            facts.put("receipt", after.receiptId());
            facts.put("sha256", after.life().receipt().sha256().get("submission"));
        }
        String kind = word(EventType.of(event));
        return account == null
                ? Act.ofTheClock(kind, after.id(), facts)
                : new Act(kind, account, role.toString(), after.id(), facts);
    }

    /** {@code submitted} of {@code org.yol.application.submitted.v1}. */
    private static String word(EventType type) {
        String[] parts = type.type().split("\\.");
        return parts[parts.length - 2].toLowerCase(Locale.ROOT);
    }
}
