package org.yol.applications.audit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.person.PersonalParts;
import org.yol.applications.person.Residence;
import org.yol.platform.document.Summaries;
import org.yol.platform.trail.Act;
import org.yol.platform.trail.ActRecorder;
import org.yol.platform.trail.RecordedAct;

/** The audit trail: a chain in each database that holds people's data. */
@Component
public class AuditTrail implements ActRecorder {

    private final PersonalParts<AuditChain> chains;
    private final Clock clock;

    AuditTrail(PersonalDatabases databases, Clock clock) {
        this.chains = databases.each((_, collections) -> new AuditChain(collections));
        this.clock = clock;
    }

    @Override
    public void record(List<RecordedAct> acts) {
        Map<AuditChain, List<RecordedAct>> byChain = acts.stream()
                .collect(Collectors.groupingBy(
                        act -> chainOf(act.act().subject()), LinkedHashMap::new, Collectors.toList()));
        byChain.forEach(AuditChain::add);
    }

    /** What was done to many is with that of those who live in no country of Yol. */
    private AuditChain chainOf(String subject) {
        return chains.of(Residence.ofId(subject).isPresent() ? subject : Residence.ZZ.id(subject));
    }

    /**
     * Enters what changes nothing, such as that somebody reads a document. It is entered when this returns: what cannot
     * be recorded must not be shown.
     */
    public void enter(Act act) {
        record(List.of(RecordedAct.now(act, clock.instant())));
    }

    /** The entries of all databases, in lists. */
    Summaries<AuditEntry> entries() {
        return Summaries.of(chains.all().stream().map(AuditChain::summaries).toList());
    }

    /** How far the trail of each database has come, by the name of the database. */
    public List<AuditHead> heads() {
        return chains().entrySet().stream()
                .map(chain -> chain.getValue().head(chain.getKey()))
                .toList();
    }

    /**
     * Each by the name of its database; where that is of a country of its own, with the country, since a database on
     * another server may be called the same.
     */
    Map<String, AuditChain> chains() {
        AuditChain common = in(Residence.ZZ);
        Map<AuditChain, String> named = new LinkedHashMap<>(Map.of(common, common.database()));
        for (Residence residence : Residence.values()) {
            AuditChain chain = in(residence);
            named.putIfAbsent(chain, chain.database() + "@" + residence);
        }
        Map<String, AuditChain> byName = new TreeMap<>();
        named.forEach((chain, name) -> byName.put(name, chain));
        return byName;
    }

    private AuditChain in(Residence residence) {
        return chains.of(residence.id("audit"));
    }
}
