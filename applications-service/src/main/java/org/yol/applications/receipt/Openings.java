package org.yol.applications.receipt;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Announcement;
import org.yol.applications.application.Application;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.applications.log.LogProofs;
import org.yol.applications.log.LogProofs.ProvedEntry;
import org.yol.applications.submission.Receipt;

/** Opens the entries of the public log that are of an application. */
@Component
class Openings {

    private final LogProofs log;

    Openings(LogProofs log) {
        this.log = log;
    }

    /** Of all that was handed in and of the decision as it was announced last; those that have an entry, in order. */
    List<Opening> of(Application application) {
        return Stream.concat(
                        application
                                .life()
                                .receipts()
                                .filter(receipt -> receipt.commitment() != null)
                                .map(receipt -> submission(application, receipt)),
                        Stream.ofNullable(application.life().announcement())
                                .filter(announced -> announced.salt() != null)
                                .map(announced -> decision(application, announced)))
                .sorted(Comparator.comparing(Opening::at))
                .toList();
    }

    private Opening submission(Application application, Receipt receipt) {
        return opening(
                Opening.Kind.SUBMISSION,
                application,
                receipt.id(),
                receipt.at(),
                receipt.opening(),
                log.ofSubmission(receipt.commitment()));
    }

    private Opening decision(Application application, Announcement announced) {
        return opening(
                Opening.Kind.DECISION,
                application,
                null,
                announced.at(),
                announced.opening(application.id()),
                log.ofDecision(announced.commitment(application.id())));
    }

    private static Opening opening(
            Opening.Kind kind,
            Application application,
            String receipt,
            Instant at,
            Map<String, String> opening,
            Optional<ProvedEntry> proved) {
        String entry = CanonicalJson.of(Map.of(
                "kind",
                kind.toString(),
                "call",
                application.call().id(),
                "at",
                at.toString(),
                "digest",
                CanonicalJson.sha256(opening)));
        return new Opening(
                kind,
                receipt,
                at,
                opening,
                proved.map(ProvedEntry::entry).orElse(entry),
                proved.map(ProvedEntry::index).orElse(null),
                proved.map(ProvedEntry::proof).orElse(null));
    }
}
