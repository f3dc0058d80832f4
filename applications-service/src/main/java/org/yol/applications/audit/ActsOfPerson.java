package org.yol.applications.audit;

import static com.mongodb.client.model.Filters.eq;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.person.Archive;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalData;
import org.yol.platform.access.Role;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.trail.Act;

/**
 * The audit trail as what is held of a person. It names nobody who applies, and so nothing of it is erased; that
 * somebody takes all their data along is entered before they get any.
 */
@Component
@Order(0)
class ActsOfPerson implements PersonalData {

    private static final String STUDENT = Role.STUDENT.toString();
    /** Of what others do, what no reviewer and no decision can be told from. */
    private static final Set<String> OTHERS = Set.of("read", "document-read", "returned");

    private final AuditTrail trail;

    ActsOfPerson(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param role in which somebody did it; null for the clock */
    record OwnEntry(long number, Instant at, String kind, String role, String application) {}

    @Override
    public void write(Person person, Archive archive) throws IOException {
        Map<String, String> facts = Map.of("format", "zip");
        person.applications().forEach(id -> trail.enter(new Act("exported", person.account(), STUDENT, id, facts)));
        List<OwnEntry> own = new ArrayList<>();
        for (String id : person.applications()) {
            own.addAll(entries(id));
        }
        archive.json("audit.json", own);
    }

    /** A few dozen: steps, and who has read it. */
    private List<OwnEntry> entries(String applicationId) {
        List<OwnEntry> own = new ArrayList<>();
        try (Results<AuditEntry> entries =
                trail.entries().all(eq("subject", applicationId), Sorting.descending("at"), null)) {
            while (entries.hasNext()) {
                AuditEntry entry = entries.next();
                if (entry.role() == null || entry.role().equals(STUDENT) || OTHERS.contains(entry.kind())) {
                    own.add(new OwnEntry(entry.number(), entry.at(), entry.kind(), entry.role(), applicationId));
                }
            }
        }
        return own;
    }

    @Override
    public void erase(Person person) {}
}
