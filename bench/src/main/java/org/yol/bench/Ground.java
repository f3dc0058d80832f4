package org.yol.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yol.bench.CommandLine.Flag;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.load.Crowd;
import org.yol.bench.load.Figures;
import org.yol.bench.load.GatlingRun;
import org.yol.bench.load.Plan;
import org.yol.bench.load.Plan.Fact;
import org.yol.bench.load.Visitor;
import org.yol.bench.platform.Installation;
import org.yol.bench.platform.OpenCall;
import org.yol.bench.platform.People;
import org.yol.bench.platform.Processes;
import org.yol.bench.platform.StartedPlatform;
import org.yol.bench.platform.Student;
import org.yol.bench.stored.Archive;
import org.yol.bench.stored.Archive.Kind;
import org.yol.bench.stored.StoredApplication;

/** A platform with applications in its store, on which things are measured. */
final class Ground implements AutoCloseable {

    private static final Path FOLDER = Path.of("bench", "target");

    /** As many as a reviewer of a large university has. */
    private static final int OF_ONE_REVIEWER = 2_000;

    private final Installation installation;
    private final Optional<StartedPlatform> started;
    private final People people;
    private final OpenCall call;
    private final Archive archive;
    private final GatlingRun gatling;
    private final List<Student> signingIn;
    private final List<StoredApplication> submitted = new ArrayList<>();

    private Ground(Installation installation, Optional<StartedPlatform> started, String run, List<Student> signingIn) {
        this.installation = installation;
        this.started = started;
        this.signingIn = signingIn;
        this.people = new People(installation, run);
        this.call = OpenCall.by(people);
        this.archive = new Archive(installation, people, call);
        this.gatling = new GatlingRun(FOLDER.resolve("reports"), installation);
    }

    /** Starts a platform, or takes the one that runs, and fills it. */
    static Ground prepare(CommandLine asked, Map<String, String> environment) {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        Ground ground;
        if (asked.is(Flag.RUNNING)) {
            ground = new Ground(Installation.running(environment), Optional.empty(), run, List.of());
        } else {
            Installation own = Installation.own(FOLDER.resolve("home"), environment);
            List<Student> signingIn = IntStream.rangeClosed(1, asked.number(Option.SESSIONS))
                    .mapToObj(number -> People.student(run, Archive.name(Kind.DECIDED, number)))
                    .toList();
            say("Starting the platform in " + own.home() + " ...");
            StartedPlatform platform = StartedPlatform.start(Path.of("").toAbsolutePath(), own, signingIn);
            try {
                ground = new Ground(own, Optional.of(platform), run, signingIn);
            } catch (RuntimeException e) {
                platform.close();
                throw e;
            }
        }
        try {
            ground.fill(asked.number(Option.STORED));
            return ground;
        } catch (RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    private void fill(int stored) {
        long began = System.nanoTime();
        int ofOneReviewer = Math.min(OF_ONE_REVIEWER, stored / 10);
        archive.add(Kind.HIROSHIMA, ofOneReviewer);
        submitted.addAll(archive.add(Kind.SUBMITTED, stored - ofOneReviewer));
        say("%d applications stored in %.0f s"
                .formatted(stored, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3));
    }

    static void say(String line) {
        System.out.println(line);
    }

    /** Plays a plan, and prints what came of it. Before, the store has tidied up what was written into it for this. */
    Figures play(Plan plan) {
        processes().awaitQuiet();
        return playNow(plan);
    }

    /** The same beside what is going on already. */
    Figures playNow(Plan plan) {
        Figures figures = gatling.play(plan);
        Printout.of(plan.name(), figures).forEach(Ground::say);
        return figures;
    }

    /** A plan for the gateway, or the services that were named instead. */
    Plan plan(CommandLine asked, String name, boolean quiet, Crowd... crowds) {
        List<URI> addresses = asked.services().isEmpty() ? List.of(installation.gateway()) : asked.services();
        return new Plan(
                name,
                addresses,
                List.of(crowds),
                asked.number(Option.WARM_UP),
                quiet,
                Map.of(
                        Fact.DRAFT_VERSION, archive.draftVersion(),
                        Fact.DOSSIER_VERSION, archive.dossierVersion(),
                        Fact.DECISION_VERSION, archive.decisionVersion(),
                        Fact.CALL, call.id(),
                        Fact.PLACE, call.tsukuba()));
    }

    /** The students of applications, each with a token. */
    List<Visitor> students(List<StoredApplication> applications) {
        return applications.parallelStream()
                .map(stored -> Visitor.bearer(
                        stored.student().account(), stored.application(), people.bearer(stored.student())))
                .toList();
    }

    /** Students who submitted before anything was measured, at most so many. */
    List<Visitor> submitters(int atMost) {
        return students(submitted.subList(0, Math.min(atMost, submitted.size())));
    }

    /** Students with a complete draft each. */
    List<Visitor> drafts(int count) {
        return students(archive.add(Kind.DRAFT, count));
    }

    /** Students who have done nothing yet. */
    List<StoredApplication> newcomers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new StoredApplication(people.student("n%06d".formatted(number)), "-"))
                .toList();
    }

    Installation installation() {
        return installation;
    }

    People people() {
        return people;
    }

    OpenCall call() {
        return call;
    }

    Archive archive() {
        return archive;
    }

    Processes processes() {
        return new Processes(installation);
    }

    /** Those who can sign in at the gateway, in the order of the decided applications. */
    List<Student> signingIn() {
        return signingIn;
    }

    Path folder(String name) {
        return FOLDER.resolve(name);
    }

    @Override
    public void close() {
        archive.close();
        started.ifPresent(StartedPlatform::close);
    }
}
