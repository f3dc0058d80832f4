package org.yol.applications.audit;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;
import org.yol.platform.operate.Verification;

/** Reads the audit trail from its first entry and says where it was rewritten. */
@Component
class AuditVerification implements Verification {

    private static final int TOLD_EVERY = 10_000;

    private final AuditTrail trail;

    AuditVerification(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String verify(Consumer<String> progress) {
        List<String> found = new ArrayList<>();
        trail.chains().forEach(chain -> found.add(verify(chain, progress)));
        return String.join(System.lineSeparator(), found);
    }

    private static String verify(Summaries<AuditEntry> chain, Consumer<String> progress) {
        String where = String.join(", ", chain.databases());
        long number = 0;
        String hash = AuditEntry.BEGINNING;
        try (Results<AuditEntry> entries = chain.all(Filters.empty(), Sorting.ascending("_id"), null)) {
            while (entries.hasNext()) {
                AuditEntry entry = entries.next();
                String fault = entry.faultAfter(number, hash);
                if (fault != null) {
                    throw new IllegalStateException(
                            "The audit trail was rewritten in the database " + where + ": " + fault
                                    + ". What comes before holds. Compare with a backup, and find out who could write there.");
                }
                number = entry.number();
                hash = entry.hash();
                if (number % TOLD_EVERY == 0) {
                    progress.accept(where + ": " + number + " entries hold");
                }
            }
        }
        return where + ": "
                + (number == 0 ? "no entries yet" : number + " entries hold; the hash of the last one is " + hash);
    }
}
