package org.yol.localrun.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTests {

    private Path file;

    @BeforeEach
    void in(@TempDir Path directory) {
        file = directory.resolve("accounts.jsonl");
    }

    @Test
    void keepsWhatAnAccountWasChangedTo() throws IOException {
        Accounts accounts = accounts();
        accounts.add(account("aida", "aida@example.org"));
        accounts.change("aida", account -> account.withPassword("{noop}new").withConfirmedEmail());

        assertThat(accounts().find("Aida "))
                .hasValue(new Account(
                        "aida", "Aida", "aida@example.org", "ru", List.of("student"), null, "KZ", "{noop}new", true));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void lineThatACrashHasCutOffTakesNoOtherWithIt() throws IOException {
        accounts().add(account("aida", "aida@example.org"));
        Files.writeString(file, "{\"account\":\"bek", StandardOpenOption.APPEND);
        accounts().add(account("asel", "asel@example.org"));

        assertThat(accounts().find("aida")).isPresent();
        assertThat(accounts().find("asel")).isPresent();
        assertThat(accounts().find("bek")).isEmpty();
    }

    @Test
    void readsAnAccountThatWasKeptBeforeAddressesWereConfirmed() throws IOException {
        Files.writeString(file, """
                {"account":"aida","name":"Aida","email":"aida@example.org","locale":"ru","roles":["student"],\
                "organization":null,"country":"KZ","password":"{noop}old"}
                """);

        assertThat(accounts().find("aida"))
                .hasValueSatisfying(account -> assertThat(account.confirmed()).isFalse());
    }

    @Test
    void addressIsOneAccounts() {
        Accounts accounts = accounts();

        assertThat(accounts.add(account("aida", "aida@example.org"))).isTrue();
        assertThat(accounts.add(account("asel", "AIDA@example.org"))).isFalse();
        assertThat(accounts.add(account("asel", "asel@example.org"))).isTrue();
        assertThat(accounts.change("asel", account -> account.withEmail("aida@example.org")))
                .isFalse();
        assertThat(accounts.change("asel", account -> account.withEmail("new@example.org")))
                .isTrue();
        assertThat(accounts.findByEmail("asel@example.org")).isEmpty();
        assertThat(accounts().findByEmail("new@example.org"))
                .map(Account::account)
                .hasValue("asel");
        assertThat(accounts.add(account("another", "asel@example.org"))).isTrue();
    }

    @Test
    void demoAccountsStayAsTheyAre() {
        assertThat(accounts().change("sato", account -> account.withPassword("{noop}new")))
                .isFalse();
        assertThat(accounts().change("nobody", account -> account)).isFalse();
        assertThat(Files.exists(file)).isFalse();
    }

    private Accounts accounts() {
        return new Accounts(new AccountFile(file));
    }

    private static Account account(String name, String email) {
        return new Account(name, "Aida", email, "ru", List.of("student"), null, "KZ", "{noop}old", false);
    }
}
