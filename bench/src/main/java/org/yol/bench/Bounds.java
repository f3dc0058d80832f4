package org.yol.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yol.bench.CommandLine.Flag;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.CommandLine.Scenario;
import org.yol.bench.ResultsDay.Told;
import org.yol.bench.Row.Reached;
import org.yol.bench.Submissions.Flood;
import org.yol.bench.Submissions.Submitted;
import org.yol.bench.load.Figures;
import org.yol.bench.load.Figures.Requests;

/** All that the table of docs/performance.md holds, on three platforms one after another, and without one. */
final class Bounds {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int FEW_IN_A_REHEARSAL = 50;
    private static final int MANY_IN_A_REHEARSAL = 500;

    private final CommandLine asked;
    private final List<Row> rows = new ArrayList<>();

    Bounds(CommandLine asked) {
        this.asked = asked;
    }

    void measure() {
        try (Ground ground = Ground.prepare(asked, System.getenv())) {
            // What is read first, while the store holds what was asked for and no more.
            readings(ground);
            submissions(ground);
            results(ground);
            searches(ground);
        }
        if (!asked.is(Flag.RUNNING)) {
            growth();
        }
        rows.addAll(new LogProofs(asked.of(Scenario.LOG_PROOFS)).measure());
        rows.addAll(new Selections(asked.of(Scenario.ALLOCATION)).measure());
        Ground.say("");
        Ground.say(Row.HEADER);
        rows.forEach(row -> Ground.say(row.line()));
    }

    private void readings(Ground ground) {
        Map<String, Figures> lists = new Readings(asked.of(Scenario.LISTS), ground).lists();
        Figures authority = lists.remove("authority");
        rows.add(Row.atMost(
                "calls to nominate for, 200 with " + asked.number(Option.STORED) + " applications, p95",
                "ms",
                authority.of(Readings.NOMINATING).percentile(95),
                1_000,
                200));
        lists.forEach((reader, figures) -> {
            boolean few = reader.equals("reviewer");
            rows.add(Row.atMost(
                    "page of 50, " + reader + ", one at a time, p95",
                    "ms",
                    figures.of(Readings.PAGE).percentile(95),
                    few ? 300 : 1_000,
                    few ? 50 : 200));
        });
        Figures mine = new Readings(asked.of(Scenario.MINE), ground).mine();
        for (String name : List.of(Readings.MINE, Readings.INBOX)) {
            Requests requests = mine.of(name);
            rows.add(Row.atMost(name + " at 100 /s, p99", "ms", requests.percentile(99), 100, 30));
            rows.add(Row.never(name + " at 100 /s, refused or failed", requests.refused() + requests.failed()));
        }
        rows.add(Row.atLeast(
                "public list through the gateway",
                "/s",
                new Readings(asked.of(Scenario.PUBLIC), ground)
                        .programmes()
                        .of(Readings.PROGRAMMES)
                        .rate(),
                1_500,
                4_000));
        Map<String, Figures> ways = new Readings(asked.of(Scenario.NGINX), ground).proxies();
        Figures gateway = ways.get("gateway");
        if (ways.containsKey("nginx")) {
            rows.add(Row.atLeast(
                    "gateway against nginx, same route, same run",
                    "",
                    Readings.rate(gateway) / Readings.rate(ways.get("nginx")),
                    0.25,
                    0.4));
        } else {
            rows.add(new Row("gateway against nginx", "0.25", "0.4", "no nginx here", Reached.UNKNOWN));
        }
        rows.add(Row.atMost("CPU a proxied read costs in the gateway", "ms", gateway.cpu("gateway"), 0.6, 0.3));
    }

    private void submissions(Ground ground) {
        Submitted alone = new Submissions(asked.of(Scenario.SUBMISSIONS), ground).measure("submissions");
        Requests requests = alone.figures().of(Submissions.SUBMIT);
        rows.add(Row.atLeast("submissions, 64 connections", "/s", requests.rate(), 200, 300));
        rows.add(Row.atMost("submissions, 64 connections, p99", "ms", requests.percentile(99), 500, 250));
        promises("64 connections", alone);
        rows.add(Row.atLeast(
                "submissions while 20 exports and 50 downloads run, against alone",
                "",
                new Submissions(asked.of(Scenario.BESIDE).onceWarm(), ground).beside(alone),
                0.6,
                0.8));
        Flood flood = new Submissions(asked.of(Scenario.FLOOD).onceWarm(), ground).flood(alone);
        rows.add(Row.atLeast("three times what it can do: goodput against the best", "", flood.goodput(), 0.7, 0.9));
        rows.add(Row.atMost("normal again after that", "s", flood.normalAfter(), 5, 5));
        Submitted crowd = new Submissions(asked.of(Scenario.CROWD).onceWarm(), ground).crowd();
        rows.add(Row.never(
                "256 connections for 60 s: other than 2xx or 429/503 with Retry-After",
                crowd.figures().of(Submissions.SUBMIT).failed()));
        promises("256 connections", crowd);
        rows.add(Row.atMost("all processes after that", "MB", crowd.figures().megabytes(), 3_000, 2_000));
        CommandLine killing = asked.of(Scenario.CROWD).onceWarm().with(Flag.KILL);
        promises("the gateway killed and restarted", new Submissions(killing, ground).crowd());
    }

    private void promises(String when, Submitted submitted) {
        rows.add(Row.never(
                "%s: receipts (%d) lost, or not told or mailed once"
                        .formatted(when, submitted.promises().receipts()),
                submitted.promises().broken()));
    }

    private void results(Ground ground) {
        Told told = new ResultsDay(asked.of(Scenario.RESULTS), ground).measure();
        Requests opened = told.figures().of(ResultsDay.OPEN);
        rows.add(Row.atMost(
                "results day: own result opened, 276 /s in open arrival, p99", "ms", opened.percentile(99), 500, 150));
        rows.add(Row.never("results day: refused or failed", opened.refused() + opened.failed()));
        rows.add(Row.atMost("results day: all told", "s", told.toldAfter(), 120, 60));
    }

    /** Last, since the programmes stay. */
    private void searches(Ground ground) {
        Map<String, Figures> ways = new Searches(asked.of(Scenario.SEARCH), ground).measure();
        Requests service = ways.get("service").of(Searches.SEARCH);
        Requests gateway = ways.get("gateway").of(Searches.SEARCH);
        rows.add(Row.atMost(
                "search among 10,000 programmes at 100 /s, in the service, p99", "ms", service.percentile(99), 20, 10));
        rows.add(Row.atMost("the same through the gateway, p99", "ms", gateway.percentile(99), 50, 25));
        rows.add(Row.never(
                "search: refused or failed",
                service.refused() + service.failed() + gateway.refused() + gateway.failed()));
    }

    private void growth() {
        boolean rehearsal = asked.is(Flag.QUICK);
        double few = rate(rehearsal ? FEW_IN_A_REHEARSAL : FEW);
        double many = rate(rehearsal ? MANY_IN_A_REHEARSAL : MANY);
        rows.add(Row.atLeast("submissions with 100,000 stored, against 1,000 stored", "", many / few, 0.8, 0.95));
    }

    private double rate(int stored) {
        CommandLine numbers = asked.of(Scenario.SUBMISSIONS).with(Option.STORED, stored);
        try (Ground ground = Ground.prepare(numbers, System.getenv())) {
            return new Submissions(numbers, ground)
                    .measure("submissions, " + stored + " stored")
                    .rate();
        }
    }
}
