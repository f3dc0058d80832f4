package org.yol.applications.dossier;

import java.util.List;
import java.util.regex.Pattern;

/** The name of an account, which is one text, as a dossier begins with it: its owner corrects it. */
final class AccountName {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");
    private static final int LONGEST = 100;

    private AccountName() {}

    /** What is known of somebody called that, by the letters it is written in. */
    static Particulars particulars(String name) {
        PersonName parted = parted(name.strip());
        boolean latin = isOf(PersonName.Script.LATIN, parted);
        boolean any = isOf(PersonName.Script.ANY, parted);
        return new Particulars(
                latin ? parted : null,
                !latin && any ? parted : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The family name stands first in East Asia, and last elsewhere; whoever has one name is given that. */
    private static PersonName parted(String name) {
        List<String> words = List.of(SPACES.split(name));
        int last = words.size() - 1;
        if (last == 0) {
            return new PersonName(null, name);
        }
        return EAST_ASIAN.matcher(name).find()
                ? new PersonName(words.getFirst(), String.join(" ", words.subList(1, last + 1)))
                : new PersonName(words.getLast(), String.join(" ", words.subList(0, last)));
    }

    private static boolean isOf(PersonName.Script script, PersonName name) {
        return script.isOf(name.family())
                && script.isOf(name.given())
                && name.whole().length() <= LONGEST;
    }
}
