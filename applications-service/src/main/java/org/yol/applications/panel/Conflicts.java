package org.yol.applications.panel;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yol.applications.application.SearchedName;

/** Why somebody may not review an application (domain.md, Reviewing). */
final class Conflicts {

    /**
     * Where anybody gets an address: two who have one there have nothing in common. Those that people of the region and
     * of Japan use; an employer's is in none of them.
     */
    private static final Set<String> PUBLIC_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.jp",
            "hotmail.com",
            "live.com",
            "live.jp",
            "msn.com",
            "yahoo.com",
            "yahoo.co.jp",
            "ymail.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "mail.ru",
            "inbox.ru",
            "list.ru",
            "bk.ru",
            "internet.ru",
            "yandex.ru",
            "yandex.com",
            "yandex.kz",
            "ya.ru",
            "rambler.ru",
            "mail.kz",
            "mail.kg",
            "mail.tj",
            "mail.uz",
            "umail.uz",
            "inbox.uz",
            "docomo.ne.jp",
            "ezweb.ne.jp",
            "au.com",
            "softbank.ne.jp",
            "i.softbank.jp",
            "nifty.com",
            "proton.me",
            "protonmail.com",
            "gmx.com",
            "gmx.de",
            "aol.com",
            "zoho.com",
            "qq.com",
            "163.com",
            "naver.com");

    /** What there is between a reviewer and an application. */
    enum Kind {
        NONE,
        /** A person has to decide whether it is one. */
        FLAGGED,
        /** A referee of the application is a colleague. */
        REFEREE
    }

    /**
     * Who may review.
     *
     * @param words of the name, as it is compared
     * @param institutions names of the university they belong to, each in its words
     * @param hostId its id
     * @param domain of their address, in lower case; null where it is not known
     */
    record Judge(Set<String> words, Set<List<String>> institutions, String hostId, String domain) {

        /**
         * Somebody of a university.
         *
         * @param name as the account calls itself, in any order and letters
         * @param institutions names of the university, in any language
         */
        static Judge of(String name, Collection<String> institutions, String hostId, String domain) {
            return new Judge(Set.copyOf(SearchedName.words(name)), compared(institutions), hostId, domain);
        }
    }

    /**
     * Who applies.
     *
     * @param familyNames each in its words, in any letters
     * @param institutions where they study or have studied, each in its words
     * @param homeHostId the university of the call they come from; null elsewhere
     * @param refereeDomains of the addresses of their referees, in lower case
     */
    record Judged(
            Set<List<String>> familyNames,
            Set<List<String>> institutions,
            String homeHostId,
            Set<String> refereeDomains) {

        /** Somebody with these names and institutions, any of which may be null. */
        static Judged of(
                Collection<String> familyNames,
                Collection<String> institutions,
                String homeHostId,
                Set<String> refereeDomains) {
            return new Judged(compared(familyNames), compared(institutions), homeHostId, refereeDomains);
        }
    }

    private Conflicts() {}

    static Kind between(Judge judge, Judged judged) {
        if (judge.domain() != null
                && judged.refereeDomains().stream().anyMatch(domain -> isSameEmployer(domain, judge.domain()))) {
            return Kind.REFEREE;
        }
        return isNamesake(judge, judged) && isOfTheSameHome(judge, judged) ? Kind.FLAGGED : Kind.NONE;
    }

    /** A department's domain lies below its university's. */
    private static boolean isSameEmployer(String one, String other) {
        return !PUBLIC_MAIL.contains(one)
                && !PUBLIC_MAIL.contains(other)
                && (one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one));
    }

    private static boolean isNamesake(Judge judge, Judged judged) {
        return judged.familyNames().stream().anyMatch(judge.words()::containsAll);
    }

    private static boolean isOfTheSameHome(Judge judge, Judged judged) {
        return judge.hostId() != null && judge.hostId().equals(judged.homeHostId())
                || !Collections.disjoint(judge.institutions(), judged.institutions());
    }

    private static Set<List<String>> compared(Collection<String> names) {
        return names.stream()
                .map(SearchedName::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
