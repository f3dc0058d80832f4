package org.yol.bench.load;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What is played.
 *
 * @param name as it stands in reports
 * @param addresses where requests go; several: each connection to one of them
 * @param warmUpSeconds how long at the beginning nothing is counted
 * @param quiet whether what follows from the requests (events, messages, mails) is waited for and counts as their cost
 * @param facts what visits need to know, by name
 */
public record Plan(
        String name,
        List<URI> addresses,
        List<Crowd> crowds,
        int warmUpSeconds,
        boolean quiet,
        Map<Fact, String> facts) {

    /** What visits need to know. */
    public enum Fact {
        /** Version of the complete drafts that are submitted. */
        DRAFT_VERSION,
        /** Version of the dossiers they are submitted with. */
        DOSSIER_VERSION,
        /** Version of the decisions that are announced. */
        DECISION_VERSION,
        /** The call that people apply to. */
        CALL,
        /** The place there that they choose. */
        PLACE
    }

    /** The same, played in another place. */
    public Plan at(String title, URI address) {
        return new Plan(title, List.of(address), crowds, warmUpSeconds, quiet, facts);
    }
}
