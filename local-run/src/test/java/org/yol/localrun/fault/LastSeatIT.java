package org.yol.localrun.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.Answer;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;
import org.yol.localrun.journey.WholePlatform;

@ExtendWith(WholePlatform.class)
class LastSeatIT {

    private static final int ROUNDS = 20;

    private final People people;

    LastSeatIT(RunningPlatform platform) {
        this.people = new People(platform);
    }

    /** A coordinator at the page of one applicant, with the version of the decision that the page shows. */
    private record Desk(Person coordinator, StudentApplication application, String seen) {

        static Desk at(Person coordinator, StudentApplication application) {
            return new Desk(coordinator, application, application.decisionTag(coordinator));
        }

        Answer select() {
            return application.select(coordinator, PublishedCall.HIROSHIMA, seen);
        }

        String decided() {
            return coordinator
                    .read(application.path() + "/decision")
                    .path("outcome")
                    .asString("nothing");
        }
    }

    @Test
    void twoCoordinatorsWhoGiveTheLastSeatAtTheSameMomentGiveItOnce() {
        PublishedCall call = PublishedCall.by(people.demo("sato"), "One seat and two who deserve it");
        List<StudentApplication> applications = people.students(2).stream()
                .map(student -> submitted(student, call))
                .toList();
        List<Person> coordinators = List.of(people.demo("sato"), people.demo("sato"));

        for (int round = 1; round <= ROUNDS; round++) {
            List<Desk> desks = List.of(
                    Desk.at(coordinators.getFirst(), applications.getFirst()),
                    Desk.at(coordinators.getLast(), applications.getLast()));

            List<Answer> answers = atTheSameMoment(desks);

            assertThat(answers).as("round %d", round).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            int winner = answers.getFirst().status() == 200 ? 0 : 1;
            assertThat(answers.get(1 - winner).json().get("type").asString())
                    .isEqualTo("urn:yol:problem:no-seats-left");
            assertThat(desks.get(winner).decided()).isEqualTo("selected");
            assertThat(desks.get(1 - winner).decided()).isNotEqualTo("selected");

            desks.get(winner).application().decide(coordinators.get(winner), "reserve");
        }
    }

    private static List<Answer> atTheSameMoment(List<Desk> desks) {
        List<CompletableFuture<Answer>> presses = desks.stream()
                .map(desk -> CompletableFuture.supplyAsync(desk::select, Thread::startVirtualThread))
                .toList();
        return presses.stream().map(CompletableFuture::join).toList();
    }

    private static StudentApplication submitted(Person student, PublishedCall call) {
        StudentApplication application = StudentApplication.complete(student, call, PublishedCall.HIROSHIMA);
        application.submit();
        return application;
    }
}
