package org.yol.localrun.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts everybody may try. Their passwords are printed at the start and on the sign-in page. */
public final class DemoAccounts {

    private static final List<Account> ALL = List.of(
            student("aigerim", "Aigerim Bekova", "ru", "KZ"),
            student("nurlan", "Nurlan Asanov", "en", "KG"),
            student("farrukh", "Farrukh Rahimov", "ru", "TJ"),
            student("maral", "Maral Annayeva", "en", "TM"),
            student("dilnoza", "Dilnoza Karimova", "en", "UZ"),
            student("yuki", "Yuki Mori", "ja", "JP"),
            staff("tanaka", "Haruka Tanaka", "ja", "reviewer", "jp-university-of-tsukuba", null),
            staff("suzuki", "Kenji Suzuki", "ja", "reviewer", "jp-hiroshima-university", null),
            staff("sato", "Naoko Sato", "ja", "coordinator", "jica-jice", null),
            staff("karimov", "Timur Karimov", "en", "coordinator", "el-yurt-umidi", null),
            staff("authority-kz", "Dana Serikova", "en", "authority", "embassy-of-japan-kazakhstan", "KZ"),
            staff("auditor", "Elena Novak", "en", "auditor", null, null));

    private DemoAccounts() {}

    /** All of them, students first. */
    public static List<Account> all() {
        return ALL;
    }

    /** The password of a demo account in plain text: public on purpose. */
    public static String passwordOf(String account) {
        return account + "-yol";
    }

    private static Account student(String account, String name, String locale, String country) {
        return account(account, name, locale, "student", null, country);
    }

    private static Account staff(
            String account,
            String name,
            String locale,
            String role,
            @Nullable String organization,
            @Nullable String country) {
        return account(account, name, locale, role, organization, country);
    }

    private static Account account(
            String account,
            String name,
            String locale,
            String role,
            @Nullable String organization,
            @Nullable String country) {
        return new Account(
                account,
                name,
                account + "@example.org",
                locale,
                List.of(role),
                organization,
                country,
                // Hashing would protect nothing: the password stands on the sign-in page.
                "{noop}" + passwordOf(account),
                true);
    }
}
