package org.yol.applications.audit;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.platform.document.Summaries;
import org.yol.platform.operate.Verification;

/**
 * Reads the audit trail from its first entry and says where it was rewritten. What the chain itself cannot show, that
 * it was cut off or made anew, shows beside the heads that were noted elsewhere.
 */
@Component
class AuditVerification implements Verification {

    private final AuditTrail trail;
    private final ObjectProvider<CommittedHeads> committed;

    AuditVerification(AuditTrail trail, ObjectProvider<CommittedHeads> committed) {
        this.trail = trail;
        this.committed = committed;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String verify(Consumer<String> progress) {
        List<String> found = new ArrayList<>();
        trail.chains().forEach((database, chain) -> found.add(verify(database, chain.summaries(), progress)));
        return String.join(System.lineSeparator(), found);
    }

    private String verify(String database, Summaries<AuditEntry> chain, Consumer<String> progress) {
        ChainVerification verification =
                new ChainVerification(database, committed.stream().toList(), progress);
        try (Results<AuditEntry> entries = chain.all(Filters.empty(), Sorting.ascending("_id"), null)) {
            while (entries.hasNext()) {
                verification.follow(entries.next());
            }
        }
        return verification.end();
    }
}
