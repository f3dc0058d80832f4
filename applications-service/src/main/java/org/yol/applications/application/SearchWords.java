package org.yol.applications.application;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.stream.Stream;
import org.yol.applications.dossier.Katakana;

/**
 * What an application is found by. People look for a name in the letters they have before them: those of the passport,
 * those the student writes, or their own.
 */
final class SearchWords {

    private static final int KEPT_AT_MOST = 60;

    /** In characters. Longer ids were given by a machine, which nobody looks for, and would be found for names. */
    private static final int LONGEST_ACCOUNT = 30;

    /** Safe for many threads once they are made. */
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin");

    private static final Transliterator TO_CYRILLIC = Transliterator.getInstance("Latin-Russian/BGN");

    private SearchWords() {}

    /**
     * The name of the account's owner and that of the account; of what is handed in also the names of the dossier and
     * the number of the receipt.
     */
    static List<String> of(Student student, Form form, Life life) {
        Stream<String> account = account(student);
        if (life.receipt() == null || form.dossier() == null) {
            return account.toList();
        }
        Stream<String> names = form.dossier().names().stream().flatMap(SearchWords::inEveryScript);
        return Stream.of(account, SearchedName.words(life.receipt().id()).stream(), names)
                .flatMap(words -> words)
                .distinct()
                .limit(KEPT_AT_MOST)
                .toList();
    }

    /** Of somebody who was erased, nothing. */
    private static Stream<String> account(Student student) {
        Stream<String> name = SearchedName.kept(student.name()).stream();
        return student.name().isEmpty() || student.id().length() > LONGEST_ACCOUNT
                ? name
                : Stream.concat(name, SearchedName.words(student.id()).stream()).distinct();
    }

    private static Stream<String> inEveryScript(String name) {
        String latin = TO_LATIN.transliterate(name);
        return Stream.of(name, latin, TO_CYRILLIC.transliterate(latin), Katakana.of(latin))
                .flatMap(written -> SearchedName.kept(written).stream());
    }
}
