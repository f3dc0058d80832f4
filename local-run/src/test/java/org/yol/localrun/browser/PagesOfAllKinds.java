package org.yol.localrun.browser;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yol.localrun.RunningPlatform;
import org.yol.localrun.journey.People;
import org.yol.localrun.journey.Person;
import org.yol.localrun.journey.PublishedCall;
import org.yol.localrun.journey.StudentApplication;

/** One application in the middle of its way, and so something to see on each page for each kind of reader. */
record PagesOfAllKinds(StudentApplication draft, StudentApplication reviewed) {

    private static final Map<RunningPlatform, PagesOfAllKinds> KNOWN = new ConcurrentHashMap<>();

    /** Those of a platform, made when they are asked for first: nobody changes them. */
    static PagesOfAllKinds on(RunningPlatform platform) {
        return KNOWN.computeIfAbsent(platform, PagesOfAllKinds::madeOn);
    }

    private static PagesOfAllKinds madeOn(RunningPlatform platform) {
        People people = new People(platform);
        Person coordinator = people.demo("sato");
        Person student = people.demo("aigerim");
        StudentApplication draft = StudentApplication.started(student, PublishedCall.by(coordinator, "Half written"));
        StudentApplication reviewed = StudentApplication.complete(
                student,
                PublishedCall.by(
                        coordinator,
                        "Read with care by several people",
                        List.of(Map.of("citizenship", List.of("KZ")), Map.of("yearsOfWork", 2))));
        reviewed.submit();
        Person reviewer = people.demo("tanaka");
        reviewed.reviewed(reviewer, 8, 6, "Clear and honest.");
        setPanel(coordinator, reviewed.call(), reviewer);
        return new PagesOfAllKinds(draft, reviewed);
    }

    /** From now on it is to be read how far the reviewers are. */
    private static void setPanel(Person coordinator, PublishedCall call, Person reviewer) {
        reviewer.read("/api/reviews/counts");
        List<String> reviewers = List.of(reviewer.account());
        coordinator
                .put(
                        "/api/reviews/panels/" + call.id(),
                        Person.NOTHING_YET,
                        Map.of(
                                "places",
                                List.of(Map.of("placeId", call.place(PublishedCall.TSUKUBA), "reviewers", reviewers))))
                .ok();
    }

    /** What an account opens in a day's work. */
    List<String> of(String account) {
        String programme = reviewed.call().programmeId();
        String call = reviewed.call().id();
        return switch (account) {
            case "aigerim" ->
                List.of(
                        "/",
                        "/programs/" + programme,
                        "/applications",
                        "/applications/" + draft.id(),
                        "/applications/" + reviewed.id(),
                        "/profile",
                        "/inbox",
                        "/preferences",
                        "/no-such-page");
            case "tanaka" -> List.of("/reviews", "/reviews/" + reviewed.id());
            case "sato" ->
                List.of(
                        "/manage",
                        "/manage/new",
                        "/manage/organisation",
                        "/manage/hosts/" + PublishedCall.TSUKUBA,
                        "/manage/" + programme,
                        "/manage/" + programme + "/amendment",
                        "/manage/" + programme + "/calls/new",
                        "/manage/calls/" + call + "/changes",
                        "/manage/calls/" + call,
                        "/manage/calls/" + call + "/applications",
                        "/manage/calls/" + call + "/applications/" + reviewed.id(),
                        "/manage/panels/" + call);
            default -> throw new IllegalArgumentException(account);
        };
    }
}
