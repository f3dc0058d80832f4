package org.yol.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yol.bench.CommandLine.Flag;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.load.Crowd;
import org.yol.bench.load.Crowd.Arrival;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Crowd.Deed;
import org.yol.bench.load.Crowd.Step;
import org.yol.bench.load.Figures;
import org.yol.bench.load.Figures.Second;
import org.yol.bench.load.Visitor;
import org.yol.bench.platform.Later;
import org.yol.bench.platform.OpenCall;
import org.yol.bench.stored.StoredApplication;

/** The hour before a deadline. */
final class Submissions {

    static final String SUBMIT = "submit";
    static final String EXPORT = "export";
    static final String DOWNLOAD = "download of 2 MB";

    private static final int EXPORTS = 20;
    private static final int DOWNLOADS = 50;
    private static final int FILES = 20;
    private static final int FILE_BYTES = 2 * 1024 * 1024;
    private static final int STUDENTS = 20_000;
    private static final int LISTENERS = 100;

    /** So many times the warm-up: that many seconds of a flood come before the one that is counted. */
    private static final int WARM_REFUSALS = 4;

    private final CommandLine asked;
    private final Ground ground;

    Submissions(CommandLine asked, Ground ground) {
        this.asked = asked;
        this.ground = ground;
    }

    /** @param promises whether everybody got what they were promised */
    record Submitted(Figures figures, Promises.Outcome promises) {

        double rate() {
            return figures.of(SUBMIT).rate();
        }
    }

    /** Everybody submits a complete draft; afterwards, whether everybody got what they were promised. */
    Submitted measure(String title) {
        return play(title, asked, students());
    }

    private Submitted play(String title, CommandLine numbers, Crowd students, Crowd... others) {
        long began = System.currentTimeMillis();
        Crowd[] all = Stream.concat(Stream.of(students), Stream.of(others)).toArray(Crowd[]::new);
        Figures figures = ground.play(ground.plan(numbers, title, true, all));
        return new Submitted(figures, new Promises(ground, students.visitors(), began).check(figures.receipts()));
    }

    /** The same by very many, and in the middle the gateway is killed where that is asked for. */
    Submitted crowd() {
        return killing("gateway", "crowd, " + asked.number(Option.CONNECTIONS) + " connections");
    }

    /** The same, and in the middle a service is killed where that is asked for. */
    Submitted killing(String service, String title) {
        Crowd students = students();
        if (asked.is(Flag.KILL)) {
            // The middle is counted from when they come, not from when all is prepared for them.
            ground.processes().awaitQuiet();
            long half = asked.number(Option.WARM_UP) + asked.number(Option.SECONDS) / 2;
            Thread.ofVirtual().start(() -> {
                Later.seconds(half);
                Ground.say("killing " + service);
                ground.processes().kill(service);
            });
        }
        return play(title + (asked.is(Flag.KILL) ? ", " + service + " killed" : ""), asked, students);
    }

    /** Submissions while others export and download, against those alone. */
    double beside(Submitted alone) {
        List<Visitor> coordinators = IntStream.range(0, EXPORTS)
                .mapToObj(number ->
                        Visitor.bearer("exporter", "-", ground.people().coordinatorBearer("exporter-" + number)))
                .toList();
        List<StoredApplication> files = ground.archive().made(FILES, FILE_BYTES);
        List<Visitor> reviewers = IntStream.range(0, DOWNLOADS)
                .mapToObj(number -> Visitor.bearer(
                        "reader",
                        files.get(number % files.size()).application(),
                        ground.people().reviewerBearer("reader-" + number, OpenCall.TSUKUBA)))
                .toList();
        Submitted beside = play(
                "beside exports and downloads",
                asked,
                students(),
                new Crowd(
                        "exporters",
                        Deed.READ,
                        coordinators,
                        Arrival.closed(EXPORTS, seconds()),
                        List.of(new Ask(EXPORT, "/api/applications", "text/csv"))),
                new Crowd(
                        "readers",
                        Deed.READ,
                        reviewers,
                        Arrival.closed(DOWNLOADS, seconds()),
                        List.of(new Ask(DOWNLOAD, "/api/applications/{application}/documents/passport", "*/*"))));
        double ratio = beside.rate() / alone.rate();
        Ground.say("submissions beside exports and downloads against alone: %.2f".formatted(ratio));
        return ratio;
    }

    /**
     * Half of what can be answered, then three times as much, then half again. Nobody comes a second time. Before it is
     * counted there is a flood for some times the warm-up: to refuse is work as well, for both sides, and costs a third
     * once tens of thousands were refused.
     */
    Flood flood(Submitted best) {
        int seconds = asked.number(Option.SECONDS);
        int before = WARM_REFUSALS * asked.number(Option.WARM_UP);
        double rate = best.rate();
        Crowd students = new Crowd(
                "students",
                Deed.SUBMIT_ONCE,
                ground.drafts((int) Math.ceil(rate * (3.1 * before + 4.2 * seconds)) + 1),
                Arrival.open(
                        new Step(rate * 3, before),
                        new Step(rate / 2, seconds),
                        new Step(rate * 3, seconds),
                        new Step(rate / 2, seconds)),
                List.of());
        Submitted submitted = play("flood", asked, students);
        List<Second> all = submitted.figures().of(SUBMIT).seconds();
        Flood flood = Flood.of(all.subList(Math.min(before, all.size()), all.size()), rate, seconds);
        Ground.say("flood: goodput %.2f of the best, normal again %d s after it ended"
                .formatted(flood.goodput(), flood.normalAfter()));
        return flood;
    }

    /**
     * @param goodput what was answered in a second of the flood, against the best
     * @param normalAfter seconds from its end until nobody was refused and nobody waited for longer than a second
     */
    record Flood(double goodput, int normalAfter) {

        /** @param length seconds of each of the three parts */
        static Flood of(List<Second> seconds, double best, int length) {
            // In the first seconds the connections are made.
            int settled = Math.min(2, length - 1);
            double answered = seconds.stream()
                    .skip(length + settled)
                    .limit(length - settled)
                    .mapToInt(Second::answered)
                    .average()
                    .orElse(0);
            int normal = 2 * length;
            for (int second = normal; second < seconds.size(); second++) {
                if (seconds.get(second).troubled() > 0) {
                    normal = second + 1;
                }
            }
            return new Flood(answered / best, normal - 2 * length);
        }
    }

    /** Whole applications, in steps of open arrival up to the rate that was asked for, while everybody else reads. */
    Submitted deadline() {
        int rate = asked.number(Option.RATE);
        int seconds = asked.number(Option.SECONDS);
        List<Step> steps = IntStream.iterate(1, step -> step <= rate, step -> step * 10)
                .mapToObj(step -> new Step(step, seconds))
                .toList();
        int all = seconds * steps.size() + asked.number(Option.WARM_UP);
        Crowd students = new Crowd(
                "students",
                Deed.APPLY,
                ground.students(ground.newcomers(Math.min(
                        STUDENTS,
                        (int) steps.stream().mapToDouble(Step::aSecond).sum() * seconds + 1))),
                new Arrival(0, 0, 0, steps),
                List.of());
        Crowd reviewers = new Crowd(
                "reviewers",
                Deed.READ,
                List.of(Visitor.bearer("reviewer", "-", ground.people().reviewerBearer("judge", OpenCall.HIROSHIMA))),
                Arrival.closed(2, all),
                List.of(Ask.json(Readings.PAGE, "/api/applications?limit=50")));
        Crowd anybody = new Crowd(
                "anybody",
                Deed.READ,
                List.of(Visitor.anonymous()),
                Arrival.closed(2, all),
                List.of(Ask.json(Readings.PROGRAMMES, "/api/programs?limit=20")));
        Crowd listeners = new Crowd(
                "listeners",
                Deed.LISTEN,
                students.visitors()
                        .subList(0, Math.min(LISTENERS, students.visitors().size())),
                Arrival.open(new Step(
                        10, Math.max(1, Math.min(LISTENERS, students.visitors().size()) / 10))),
                List.of());
        return play(
                "deadline, up to " + rate + " a second",
                asked.with(Option.WARM_UP, 0),
                students,
                reviewers,
                anybody,
                listeners);
    }

    private Crowd students() {
        return new Crowd(
                "students",
                Deed.SUBMIT,
                ground.drafts(asked.number(Option.COUNT)),
                Arrival.closed(asked.number(Option.CONNECTIONS), seconds()),
                List.of());
    }

    private int seconds() {
        return asked.number(Option.WARM_UP) + asked.number(Option.SECONDS);
    }
}
