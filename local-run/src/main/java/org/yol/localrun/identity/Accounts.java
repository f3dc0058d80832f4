package org.yol.localrun.identity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everybody who can sign in: the demo accounts and the students who registered here. An address is one account's. */
final class Accounts {

    private final AccountFile file;
    private final Map<String, Account> byName = new HashMap<>();
    private final Map<String, String> namesByEmail = new HashMap<>();

    Accounts(AccountFile file) {
        this.file = file;
        file.read().forEach(this::know);
        DemoAccounts.all().forEach(this::know);
    }

    synchronized Optional<Account> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    synchronized Optional<Account> findByEmail(String email) {
        return Optional.ofNullable(namesByEmail.get(key(email))).map(byName::get);
    }

    /**
     * Keeps a new account, in the file too.
     *
     * @return false when its name or its address is taken; nothing is kept then
     */
    synchronized boolean add(Account account) {
        if (byName.containsKey(account.account()) || namesByEmail.containsKey(key(account.email()))) {
            return false;
        }
        keep(account);
        return true;
    }

    /**
     * Changes a registered account, in the file too.
     *
     * @return false for a demo account, for one that does not exist and when the new address is another's
     */
    synchronized boolean change(String name, UnaryOperator<Account> changing) {
        Account before = byName.get(key(name));
        if (before == null || DemoAccounts.all().contains(before)) {
            return false;
        }
        Account after = changing.apply(before);
        if (!before.account().equals(namesByEmail.getOrDefault(key(after.email()), before.account()))) {
            return false;
        }
        namesByEmail.remove(key(before.email()), before.account());
        keep(after);
        return true;
    }

    private void keep(Account account) {
        file.append(account);
        know(account);
    }

    private void know(Account account) {
        byName.put(account.account(), account);
        namesByEmail.putIfAbsent(key(account.email()), account.account());
    }

    private static String key(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
