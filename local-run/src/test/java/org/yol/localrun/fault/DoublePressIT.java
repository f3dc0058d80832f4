package org.yol.localrun.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Answer;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.Told;
import org.yol.localrun.journey.WholePlatform;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholePlatform.class)
class DoublePressIT {

    private final RunningPlatform platform;
    private final People people;

    DoublePressIT(RunningPlatform platform) {
        this.platform = platform;
        this.people = new People(platform);
    }

    @Test
    void twoPressesAtTheSameMomentGetOneReceipt() {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "Pressed twice");
        StudentApplication application = StudentApplication.complete(people.student("en"), call);
        JsonNode read = application.read();
        String key = Person.newKey();

        List<CompletableFuture<Answer>> presses = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> application.submit(read, key), Thread::startVirtualThread))
                .limit(2)
                .toList();

        List<String> receipts = presses.stream()
                .map(CompletableFuture::join)
                .map(Answer::ok)
                .map(DoublePressIT::receipt)
                .toList();
        assertThat(receipts).containsOnly(receipt(application.read()));
        new Told(platform).onceEach(List.of(application));
    }

    private static String receipt(JsonNode application) {
        return application.get("receipt").get("id").asString();
    }
}
