package org.yol.applications.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.yol.platform.document.StoredForm;

/** The forms in which applications have been stored. */
final class ApplicationForms {

    /** What the answers held of the student until there were dossiers, and where it is now. */
    private static final Map<String, String> NAMES = Map.of("familyName", "family", "givenName", "given");

    static final StoredForm ALL =
            StoredForm.FIRST.thenWithin(Set.of("form.answers", "form.dossier"), ApplicationForms::withParticulars);

    private ApplicationForms() {}

    /** What a student said of themselves stood among the answers. */
    private static BsonDocument withParticulars(BsonDocument application) {
        if (application.get("form") instanceof BsonDocument form
                && form.get("answers") instanceof BsonDocument answers) {
            BsonDocument dossier = new BsonDocument();
            put(dossier, "passportName", moved(answers, NAMES));
            put(dossier, "birthDate", answers.remove("birthDate"));
            BsonValue citizenship = answers.remove("citizenship");
            if (isThere(citizenship)) {
                dossier.put("citizenships", new BsonArray(List.of(citizenship)));
            }
            BsonDocument studies = moved(answers, Map.of("institution", "institution", "degree", "level"));
            if (!studies.isEmpty()) {
                dossier.put("education", new BsonArray(List.of(studies)));
            }
            put(form, "dossier", dossier);
        }
        return application;
    }

    private static BsonDocument moved(BsonDocument answers, Map<String, String> names) {
        BsonDocument moved = new BsonDocument();
        names.forEach((before, after) -> put(moved, after, answers.remove(before)));
        return moved;
    }

    private static void put(BsonDocument document, String name, BsonValue value) {
        if (isThere(value) && !(value instanceof BsonDocument part && part.isEmpty())) {
            document.put(name, value);
        }
    }

    private static boolean isThere(BsonValue value) {
        return value != null
                && !value.isNull()
                && !(value.isString() && value.asString().getValue().isBlank());
    }
}
