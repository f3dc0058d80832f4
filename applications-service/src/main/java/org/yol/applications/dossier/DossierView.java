package org.yol.applications.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yol.applications.filling.Limits;

/**
 * A dossier as its student sees it.
 *
 * @param citizenship of the account, which is the first of the dossier's and can only be changed there; null where the
 *     account states none
 * @param suggestedKatakana how the name in Latin letters may be read in Japanese; null without one
 * @param refused the fields that this request did not change, and why, in the reader's language
 * @param limits of its texts in characters of UTF-16, by fields such as {@code education.institution}
 */
record DossierView(
        long version,
        Particulars particulars,
        String citizenship,
        PersonName suggestedKatakana,
        List<Map<String, String>> refused,
        Map<String, Integer> limits,
        Instant updatedAt) {

    private static final Map<String, Integer> LIMITS = Limits.of(Particulars.class);

    static DossierView of(Dossier dossier, String citizenship, List<Map<String, String>> refused) {
        Particulars particulars = dossier.particulars();
        return new DossierView(
                dossier.version(),
                particulars,
                citizenship,
                Katakana.of(particulars.passportName()),
                refused,
                LIMITS,
                dossier.updatedAt());
    }
}
