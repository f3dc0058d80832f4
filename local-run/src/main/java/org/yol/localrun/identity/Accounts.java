package org.yol.localrun.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Everybody who can sign in: the demo accounts and the students who registered here. */
final class Accounts {

    private final AccountFile file;
    private final Map<String, Account> byName;

    Accounts(AccountFile file) {
        this.file = file;
        this.byName = new ConcurrentHashMap<>(
                file.read().stream().collect(Collectors.toMap(Account::account, account -> account)));
        DemoAccounts.all().forEach(account -> byName.put(account.account(), account));
    }

    Optional<Account> find(String name) {
        return Optional.ofNullable(byName.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * Keeps a new account, in the file too.
     *
     * @return false when the name is taken; nothing is kept then
     */
    synchronized boolean add(Account account) {
        if (byName.containsKey(account.account())) {
            return false;
        }
        file.append(account);
        byName.put(account.account(), account);
        return true;
    }
}
