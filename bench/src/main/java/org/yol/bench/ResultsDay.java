package org.yol.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.load.Crowd;
import org.yol.bench.load.Crowd.Arrival;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Crowd.Deed;
import org.yol.bench.load.Crowd.Step;
import org.yol.bench.load.Figures;
import org.yol.bench.load.Visitor;
import org.yol.bench.platform.Later;
import org.yol.bench.platform.Mails;
import org.yol.bench.platform.SignIn;
import org.yol.bench.platform.Student;
import org.yol.bench.stored.Archive.Kind;
import org.yol.bench.stored.StoredApplication;

/** The minute in which results are out: all are told at once, and all come to look. */
final class ResultsDay {

    static final String OPEN = "open own result";
    static final String ANNOUNCE = "announce";
    static final String HEAR = "hear of it in the stream";

    private static final Duration TOLD_WITHIN = Duration.ofMinutes(5);
    private static final int LONGEST_ANNOUNCING = 300;
    private static final int LISTENERS = 300;
    private static final int LISTENERS_A_SECOND = 50;

    private final CommandLine asked;
    private final Ground ground;

    ResultsDay(CommandLine asked, Ground ground) {
        this.asked = asked;
        this.ground = ground;
    }

    /** @param toldAfter seconds from the first announcement until the last of them was told in every way */
    record Told(Figures figures, double toldAfter) {}

    Told measure() {
        List<StoredApplication> decided = ground.archive().add(Kind.DECIDED, asked.number(Option.COUNT));
        List<Visitor> students = ground.students(decided);
        List<Visitor> sessions = sessions(decided);
        Ground.say("%d of %d have a session of the gateway, the others send a token"
                .formatted(sessions.size(), students.size()));
        int before = asked.number(Option.WARM_UP);
        List<Crowd> crowds = new ArrayList<>();
        crowds.add(new Crowd(
                "coordinators",
                Deed.ANNOUNCE,
                announcements(decided),
                Arrival.closed(asked.number(Option.CONNECTIONS), LONGEST_ANNOUNCING)
                        .after(before),
                List.of()));
        List<Visitor> listeners = students.subList(0, Math.min(LISTENERS, students.size()));
        crowds.add(new Crowd(
                "listeners",
                Deed.LISTEN,
                listeners,
                Arrival.open(new Step(
                        Math.min(LISTENERS_A_SECOND, listeners.size()),
                        Math.ceilDiv(listeners.size(), LISTENERS_A_SECOND))),
                List.of()));
        double share = (double) sessions.size() / students.size();
        crowds.add(readers("with a token", students.subList(sessions.size(), students.size()), 1 - share));
        if (!sessions.isEmpty()) {
            crowds.add(readers("with a session", sessions, share));
        }
        long began = System.currentTimeMillis();
        Mails mails = new Mails(ground.installation().mails(), began);
        long inboxes = ground.archive().messages() + decided.size();
        AtomicLong lastInbox = new AtomicLong();
        Thread watch = Thread.ofVirtual().start(() -> {
            if (Later.until(TOLD_WITHIN, () -> ground.archive().messages() >= inboxes)) {
                lastInbox.set(System.currentTimeMillis());
            }
        });
        Figures figures = ground.play(ground.plan(asked, "results day", true, crowds.toArray(Crowd[]::new)));
        join(watch);
        Later.until(TOLD_WITHIN, () -> mails.times().size() >= decided.size());
        long first = figures.of(ANNOUNCE).beganAt();
        double announced = after(first, figures.of(ANNOUNCE).endedAt());
        double inbox = after(first, lastInbox.get());
        double mail = after(first, mails.times().getLast());
        double stream = after(first, figures.of(HEAR).endedAt());
        Ground.say(
                ("%d announced within %.1f s; the last of %d was in the inbox after %.1f s, of %d by mail after %.1f s,"
                                + " of %d in the stream after %.1f s")
                        .formatted(
                                figures.of(ANNOUNCE).answered(),
                                announced,
                                decided.size(),
                                inbox,
                                mails.times().size(),
                                mail,
                                figures.of(HEAR).answered(),
                                stream));
        return new Told(figures, Math.max(inbox, Math.max(mail, stream)));
    }

    private Crowd readers(String name, List<Visitor> visitors, double share) {
        return new Crowd(
                name,
                Deed.READ,
                visitors,
                Arrival.open(new Step(
                        asked.number(Option.RATE) * share,
                        asked.number(Option.WARM_UP) + asked.number(Option.SECONDS))),
                List.of(Ask.json(OPEN, "/api/applications/{application}")));
    }

    /** The first students are those who have an account, and sign in with it. */
    private List<Visitor> sessions(List<StoredApplication> decided) {
        SignIn signIn = new SignIn(ground.installation());
        List<Student> known = ground.signingIn();
        return IntStream.range(0, Math.min(known.size(), decided.size() / 2))
                .parallel()
                .mapToObj(number -> new Visitor(
                        known.get(number).account(),
                        decided.get(number).application(),
                        "Cookie",
                        signIn.cookie(known.get(number))))
                .toList();
    }

    /** A coordinator for each connection. */
    private List<Visitor> announcements(List<StoredApplication> decided) {
        List<String> coordinators = IntStream.range(0, Math.max(1, asked.number(Option.CONNECTIONS)))
                .mapToObj(number -> ground.people().coordinatorBearer("announcer-" + number))
                .toList();
        return IntStream.range(0, decided.size())
                .mapToObj(number -> Visitor.bearer(
                        "announcer", decided.get(number).application(), coordinators.get(number % coordinators.size())))
                .toList();
    }

    private static double after(long first, long last) {
        return (last - first) / 1e3;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
