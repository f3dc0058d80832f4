package org.yol.localrun.journey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.identity.Account;

/** The people of a test: demo accounts, and as many students as it takes, none of whom another test knows. */
public final class People {

    private static final AtomicInteger STUDENTS = new AtomicInteger();
    private static final Map<String, Person> DEMO = new ConcurrentHashMap<>();
    private static final AtomicInteger REVIEWERS = new AtomicInteger();

    private final RunningPlatform platform;

    public People(RunningPlatform platform) {
        this.platform = platform;
    }

    /** A demo account. */
    public Person demo(String account) {
        return DEMO.computeIfAbsent(
                account + " at " + platform.gateway(),
                _ -> introduced(new Person(platform.gateway(), account, platform.token(account))));
    }

    /** A student of Kazakhstan who has done nothing yet. */
    public Person student(String locale) {
        String account = "student-" + STUDENTS.incrementAndGet();
        Account made = new Account(
                account,
                "Student " + account,
                account + "@example.org",
                locale,
                List.of("student"),
                null,
                "KZ",
                "{none}",
                true);
        return introduced(new Person(platform.gateway(), account, platform.token(made)));
    }

    /** Somebody who reviews for a university, and has looked whether there is anything to do. */
    public Person reviewer(String name, String host) {
        String account = "reviewer-" + REVIEWERS.incrementAndGet();
        Account made = new Account(
                account, name, account + "@example.org", "en", List.of("reviewer"), host, null, "{none}", true);
        return introduced(new Person(platform.gateway(), account, platform.token(made)))
                .reading("/api/reviews/counts");
    }

    /** Many of them. */
    public List<Person> students(int count) {
        return Stream.generate(() -> student("en")).limit(count).toList();
    }

    /** Has opened the front end once, as everybody before they do anything: so messages reach them. */
    private static Person introduced(Person person) {
        person.read("/api/preferences");
        return person;
    }
}
