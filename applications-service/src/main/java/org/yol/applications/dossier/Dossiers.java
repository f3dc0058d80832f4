package org.yol.applications.dossier;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.person.Archive;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalCollection;
import org.yol.applications.person.PersonalData;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.person.Residence;
import org.yol.platform.access.Caller;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.Change;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.RequestIdentity;

/** The dossiers, each in the database of its student's country. A student has their own, and nobody else's. */
@Component
@Order(10)
public class Dossiers implements PersonalData {

    private final PersonalCollection<Dossier> dossiers;
    private final EarlierParticulars earlier;
    private final Clock clock;

    Dossiers(PersonalDatabases databases, EarlierParticulars earlier, Clock clock) {
        this.dossiers = databases.open("dossiers", Dossier.class, List.of());
        this.earlier = earlier;
        this.clock = clock;
    }

    /** The caller's own. One that was never opened begins with what their applications and their account say. */
    public Dossier of(Caller caller) {
        return find(caller).orElseGet(() -> begin(caller));
    }

    /** The caller's own; empty when it was never opened. */
    public Optional<Dossier> find(Caller caller) {
        return dossiers.find(id(caller));
    }

    /** What the caller's own says, or would begin with if it were opened now: nothing is stored. */
    public Particulars read(Caller caller) {
        return find(caller).orElseGet(() -> begun(caller)).particulars();
    }

    private Dossier begun(Caller caller) {
        String id = id(caller);
        Particulars known = earlier.of(id, caller.id()).orElseGet(() -> AccountName.particulars(caller.name()));
        return Dossier.begun(id, caller.country(), known, clock.instant());
    }

    private Dossier begin(Caller caller) {
        Dossier begun = begun(caller);
        String id = begun.id();
        try {
            return dossiers.of(id).insert(Change.silent(begun), RequestIdentity.ofCause("dossier", id));
        } catch (AlreadyExists exists) {
            return exists.existing(Dossier.class);
        }
    }

    /**
     * Changes the caller's own, which begins with this where it was never opened.
     *
     * @throws org.yol.platform.problem.Refused stale-version
     */
    Dossier change(Caller caller, ExpectedVersion expected, Function<Dossier, Change<Dossier>> operation) {
        String id = of(caller).id();
        return dossiers.of(id).change(id, Guard.none(), expected, operation);
    }

    @Override
    public void write(Person person, Archive archive) throws IOException {
        for (String id : person.ids()) {
            Optional<Dossier> kept = dossiers.find(id);
            if (kept.isPresent()) {
                archive.json("dossier.json", kept.get());
            }
        }
    }

    @Override
    public void erase(Person person) {
        person.ids().forEach(id -> dossiers.of(id).remove(id));
    }

    private static String id(Caller caller) {
        return Residence.of(caller.country()).id(caller.id());
    }
}
