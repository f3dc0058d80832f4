package org.yol.bench;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.load.Crowd;
import org.yol.bench.load.Crowd.Arrival;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Crowd.Deed;
import org.yol.bench.load.Crowd.Step;
import org.yol.bench.load.Figures;
import org.yol.bench.load.Plan;
import org.yol.bench.load.Visitor;
import org.yol.bench.stored.ProgrammeArchive;

/** Many programmes, and people who look for one of them. */
final class Searches {

    static final String SEARCH = "search";

    /** More than are asked within the moment for which the gateway gives everybody the same answer. */
    private static final int QUESTIONS = 1_000;

    private static final Duration FOUND_WITHIN = Duration.ofMinutes(3);

    private final CommandLine asked;
    private final Ground ground;

    Searches(CommandLine asked, Ground ground) {
        this.asked = asked;
        this.ground = ground;
    }

    /** The same questions, each of another person, to the service itself and through the gateway. */
    Map<String, Figures> measure() {
        int count = asked.number(Option.COUNT);
        List<String> questions;
        try (ProgrammeArchive archive = new ProgrammeArchive(ground.installation(), ground.people())) {
            long began = System.nanoTime();
            archive.add(count, FOUND_WITHIN);
            Ground.say("%d programmes stored, and found after %.1f s"
                    .formatted(
                            count, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3));
            questions = archive.questions(QUESTIONS);
        }
        int rate = asked.number(Option.RATE);
        Plan plan = ground.plan(
                asked,
                "",
                false,
                new Crowd(
                        "anybody",
                        Deed.READ,
                        questions.stream().map(Visitor::asking).toList(),
                        Arrival.open(new Step(rate, asked.number(Option.WARM_UP) + asked.number(Option.SECONDS))),
                        List.of(Ask.json(SEARCH, "/api/programs?{application}"))));
        Map<String, Figures> ways = new LinkedHashMap<>();
        ways.put(
                "service",
                play(plan, "the service itself", ground.installation().programs()));
        ways.put(
                "gateway",
                play(plan, "through the gateway", ground.installation().gateway()));
        return ways;
    }

    private Figures play(Plan plan, String way, URI address) {
        return ground.play(plan.at("search, " + asked.number(Option.RATE) + " a second, " + way, address));
    }
}
