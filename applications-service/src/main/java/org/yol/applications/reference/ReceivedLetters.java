package org.yol.applications.reference;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;

/** What referees have sent. Whoever asks has seen to it that their reader may know it, which no student may. */
@Component
public class ReceivedLetters {

    private final References references;
    private final Letters letters;

    ReceivedLetters(References references, Letters letters) {
        this.references = references;
        this.letters = letters;
    }

    /** Those of an application, in the order in which the referees were named. */
    public List<ReceivedLetter> of(Application application) {
        List<Reference> received = references.of(application.id()).stream()
                .filter(reference -> reference.state() == ReferenceState.RECEIVED)
                .toList();
        Map<String, Letter> sent =
                letters.sent(received.stream().map(Reference::id).toList());
        return received.stream()
                .filter(reference -> sent.containsKey(reference.id()))
                .map(reference -> {
                    Letter letter = sent.get(reference.id());
                    return new ReceivedLetter(reference.referee(), letter.answers(), letter.file());
                })
                .toList();
    }
}
