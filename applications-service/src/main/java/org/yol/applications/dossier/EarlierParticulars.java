package org.yol.applications.dossier;

import java.util.Optional;

/** What a student said of themselves before there were dossiers. */
@FunctionalInterface
public interface EarlierParticulars {

    /**
     * What was said last, if anything.
     *
     * @param owner the student's residence and account, as in the ids of their documents
     * @param account the account alone
     */
    Optional<Particulars> of(String owner, String account);
}
