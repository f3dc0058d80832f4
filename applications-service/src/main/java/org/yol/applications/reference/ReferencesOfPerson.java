package org.yol.applications.reference;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.person.Archive;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonalData;

/** References as what is held of a person: whom they asked is theirs, what is written in confidence is not. */
@Component
@Order(25)
class ReferencesOfPerson implements PersonalData {

    private final References references;
    private final Letters letters;

    ReferencesOfPerson(References references, Letters letters) {
        this.references = references;
        this.letters = letters;
    }

    /** As much of a reference as its student knows. */
    record OwnReference(
            String application,
            Referee referee,
            ReferenceState state,
            Instant namedAt,
            Instant askedAt,
            Instant openedAt,
            Instant answeredAt) {}

    @Override
    public void write(Person person, Archive archive) throws IOException {
        List<OwnReference> own = new ArrayList<>();
        for (String applicationId : person.applications()) {
            references.of(applicationId).stream()
                    .map(reference -> new OwnReference(
                            applicationId,
                            reference.referee(),
                            reference.state(),
                            reference.namedAt(),
                            reference.askedAt(),
                            reference.openedAt(),
                            reference.answeredAt()))
                    .forEach(own::add);
        }
        if (!own.isEmpty()) {
            archive.json("references.json", own);
        }
    }

    /** The letter first: by the reference it is found. From then on no link of a referee is good. */
    @Override
    public void erase(Person person) {
        person.applications().stream()
                .flatMap(applicationId -> references.of(applicationId).stream())
                .forEach(reference -> {
                    letters.remove(reference.id());
                    references.remove(reference.id());
                });
    }
}
