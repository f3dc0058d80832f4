package org.yol.applications.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.platform.access.Caller;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;

/** Erases people: a step that is repeated from its beginning wherever it ends, since nothing in it minds. */
@Component
class Erasures {

    /** Hundreds of files, each of which waits for a write or two. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 2;

    private final PersonalCollection<Erasure> erasures;
    private final PersonalCollection.Work erasing;
    private final List<PersonalData> everything;
    private final PersonsApplications applications;
    private final PersonProperties properties;
    private final Clock clock;

    Erasures(
            PersonalDatabases databases,
            List<PersonalData> everything,
            PersonsApplications applications,
            PersonProperties properties,
            Clock clock) {
        this.erasures = databases.open("erasures", Erasure.class, List.of());
        this.everything = List.copyOf(everything);
        this.applications = applications;
        this.properties = properties;
        this.clock = clock;
        this.erasing = erasures.work(
                new WorkPlan(
                        Erasure.ERASING,
                        LEASE,
                        AT_ONCE,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        Integer.MAX_VALUE,
                        Duration.ofSeconds(1)),
                this::pass);
    }

    /** That of somebody; empty when they have never asked for it. */
    Optional<Erasure> find(Caller caller) {
        return erasures.find(id(caller));
    }

    /** Erases somebody: what is there when this returns is gone, and what comes meanwhile goes soon. */
    Erasure begin(Caller caller) {
        String id = id(caller);
        Instant now = clock.instant();
        Erasure asked = Erasure.asked(id, caller.id(), now);
        try {
            erasures.of(id).insert(asked.begun(), RequestIdentity.ofCause("erasure", id, now.toString()));
        } catch (AlreadyExists _) {
            erasures.of(id).change(id, erasure -> erasure.askedAgain(now));
        }
        if (find(caller).orElseThrow().passes() == 0) {
            erasing.performNow(id);
        }
        return find(caller).orElseThrow();
    }

    Person person(String account) {
        return new Person(account, applications.of(account));
    }

    List<PersonalData> everything() {
        return everything;
    }

    private Outcome pass(Erasure erasure, Claim claim) {
        Person person = person(erasure.account());
        everything.forEach(data -> data.leave(person));
        everything.forEach(data -> data.erase(person));
        erasures.of(erasure.id()).change(claim, current -> current.passed(clock.instant(), properties.erasurePause()));
        return Outcome.WRITTEN;
    }

    private static String id(Caller caller) {
        return Residence.of(caller.country()).id(caller.id());
    }
}
