package org.yol.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.HttpMethod;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api;
import org.yol.platform.test.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Somebody with an inbox, whom no other test knows. */
public final class Person {

    private final Account account;
    private final Api api;

    private Person(Account account, int port) {
        this.account = account;
        this.api = Api.as(account, port);
    }

    /** A student from Kazakhstan whose account speaks that language; nobody has heard of them yet. */
    public static Person speaking(String locale, int port) {
        String id = "student-" + UUID.randomUUID();
        return new Person(new Account(id, "Student", locale, "student", Map.of("country", "KZ")), port);
    }

    /** A student of that citizenship who reads English and has signed in before. */
    public static Person citizenOf(String country, int port) {
        Account account =
                new Account("student-" + UUID.randomUUID(), "Student", "en", "student", Map.of("country", country));
        Person person = new Person(account, port);
        person.looksIn();
        return person;
    }

    /** Somebody who acts for the authority of a country, reads English and has signed in before. */
    public static Person authorityOf(String country, int port) {
        Account account = new Account(
                "authority-" + UUID.randomUUID(), "Ministry", "en", "authority", Map.of("country", country));
        Person person = new Person(account, port);
        person.looksIn();
        return person;
    }

    /** A coordinator of a provider, who reads English and has signed in before. */
    public static Person coordinatorOf(String provider, int port) {
        Account account = new Account(
                "coordinator-" + UUID.randomUUID(),
                "Coordinator",
                "en",
                "coordinator",
                Map.of("organization", provider));
        Person person = new Person(account, port);
        person.looksIn();
        return person;
    }

    /** The same as {@link #speaking}, but has signed in before. */
    public static Person knownSpeaking(String locale, int port) {
        Person person = speaking(locale, port);
        person.looksIn();
        return person;
    }

    public String id() {
        return account.id();
    }

    public Account account() {
        return account;
    }

    public String address() {
        return account.id() + "@example.org";
    }

    public Api api() {
        return api;
    }

    /** Calls the service for the first time, as the front end does on every page. */
    public Answer looksIn() {
        return api.get("/api/preferences");
    }

    public Answer prefers(String language, boolean email) {
        return api.put(
                "/api/preferences", looksIn().eTag(), "{\"language\":\"%s\",\"email\":%s}".formatted(language, email));
    }

    public JsonNode inbox() {
        return api.get("/api/notifications").body();
    }

    public Answer marksRead(String messageId) {
        return api.send(HttpMethod.PUT, "/api/notifications/" + messageId + "/read", null, null, null);
    }

    /** The inbox as soon as it has that many messages; at most 10 s. */
    public List<JsonNode> inboxOf(int size) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> inbox().at("/items").valueStream().toList(), items -> items.size() == size);
    }
}
