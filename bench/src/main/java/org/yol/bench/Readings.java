package org.yol.bench;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yol.bench.CommandLine.Option;
import org.yol.bench.load.Crowd;
import org.yol.bench.load.Crowd.Arrival;
import org.yol.bench.load.Crowd.Ask;
import org.yol.bench.load.Crowd.Deed;
import org.yol.bench.load.Crowd.Step;
import org.yol.bench.load.Figures;
import org.yol.bench.load.Plan;
import org.yol.bench.load.Visitor;
import org.yol.bench.platform.Nginx;
import org.yol.bench.platform.OpenCall;
import org.yol.bench.stored.NominatingCalls;

/** What people look at. */
final class Readings {

    static final String OWN = "own application";
    static final String MINE = "my applications";
    static final String INBOX = "inbox";
    static final String PAGE = "page of 50";
    static final String NOMINATING = "calls to nominate for";
    static final String PROGRAMMES = "public list";
    static final String FIGURES = "public figures";
    static final String OF_A_COUNTRY = "of a country";

    private static final int READERS = 1_000;
    private static final int PROGRAMMES_THERE = 24;
    private static final int FILE_BYTES = 1_000_000;
    private static final int NOMINATING_CALLS = 200;

    private final CommandLine asked;
    private final Ground ground;

    Readings(CommandLine asked, Ground ground) {
        this.asked = asked;
        this.ground = ground;
    }

    /** Everybody reads their own application. */
    Figures own() {
        int connections = asked.number(Option.CONNECTIONS);
        return ground.play(ground.plan(asked, "reads, " + connections + " connections", true, owners(connections)));
    }

    private Crowd owners(int connections) {
        return new Crowd(
                "owners",
                Deed.READ,
                ground.submitters(READERS),
                Arrival.closed(connections, seconds()),
                List.of(Ask.json(OWN, "/api/applications/{application}")));
    }

    /** "My applications" and inbox, as many people a second as asked for. */
    Figures mine() {
        int rate = asked.number(Option.RATE);
        return ground.play(ground.plan(
                asked,
                "mine, " + rate + " a second",
                true,
                new Crowd(
                        "owners",
                        Deed.READ,
                        ground.submitters(READERS),
                        Arrival.open(new Step(rate, seconds())),
                        List.of(
                                Ask.json(MINE, "/api/applications?mine=true"),
                                Ask.json(INBOX, "/api/notifications")))));
    }

    /** What a reviewer who has some, and a coordinator and an authority who have all, wait for. */
    Map<String, Figures> lists() {
        Map<String, Figures> lists = new LinkedHashMap<>();
        lists.put(
                "reviewer",
                list(
                        "reviewer",
                        ground.people().reviewerBearer("reviewer", OpenCall.HIROSHIMA),
                        List.of(Ask.json(PAGE, "/api/applications?limit=50"))));
        String call = "&callId=" + ground.call().id();
        lists.put(
                "coordinator",
                list(
                        "coordinator",
                        ground.people().coordinatorBearer("coordinator"),
                        List.of(
                                Ask.json(PAGE, "/api/applications?limit=50"),
                                Ask.json("of a call", "/api/applications?limit=50" + call),
                                Ask.json("of a call, by name", "/api/applications?limit=50&sort=name" + call),
                                Ask.json("of a call, by score", "/api/applications?limit=50&sort=score" + call),
                                Ask.json("table of a call", "/api/applications?limit=100&sort=submitted" + call),
                                Ask.json(
                                        "table, by score at a place",
                                        "/api/applications?limit=100&sort=place-score&place="
                                                + ground.call().tsukuba() + call),
                                Ask.json("table, undecided", "/api/applications?limit=100&todo=undecided" + call),
                                Ask.json("table, its counts", "/api/applications/counts/listing?todo=undecided" + call),
                                Ask.json("what is left to do", "/api/applications/counts/todo"),
                                Ask.json("submitted ones", "/api/applications?limit=50&state=submitted"),
                                Ask.json("by text, none", "/api/applications?limit=50&text=nobody-of-this-name"),
                                Ask.json("by decision", "/api/applications?limit=50&decision=reserve"),
                                Ask.json("counted by programme and state", "/api/applications/counts"))));
        try (NominatingCalls _ =
                new NominatingCalls(ground.installation(), ground.call().id(), NOMINATING_CALLS)) {
            lists.put(
                    "authority",
                    list(
                            "authority",
                            ground.people().authorityBearer("authority", "KZ"),
                            List.of(
                                    Ask.json(NOMINATING, "/api/nominations/calls"),
                                    Ask.json(
                                            "list of a call",
                                            "/api/nominations/" + ground.call().id()),
                                    Ask.json("of a call, by name", "/api/applications?limit=50&sort=name" + call))));
        }
        return lists;
    }

    private Figures list(String reader, String bearer, List<Ask> asks) {
        return one("lists, " + reader, Visitor.bearer(reader, "-", bearer), asks);
    }

    /** What one person reads. */
    private Figures one(String title, Visitor reader, List<Ask> asks) {
        Crowd crowd = new Crowd(
                reader.account(),
                Deed.READ,
                List.of(reader),
                Arrival.closed(asked.number(Option.CONNECTIONS), seconds()),
                asks);
        return ground.play(ground.plan(asked, title, true, crowd));
    }

    /** What an office takes home of a call, and whom it looks for: every applicant there has the same passport name. */
    Figures papers() {
        String call = "/api/applications?callId=" + ground.call().id();
        Visitor coordinator = Visitor.bearer(
                "coordinator",
                ground.archive().made(1, FILE_BYTES).getFirst().application(),
                ground.people().coordinatorBearer("coordinator"));
        return one(
                "papers, " + asked.number(Option.CONNECTIONS) + " at a time",
                coordinator,
                List.of(
                        new Ask("call as CSV", call, "text/csv"),
                        new Ask(
                                "call as XLSX",
                                call,
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                        new Ask("one as PDF", "/api/applications/{application}/bundle", "application/pdf"),
                        Ask.json("by passport name", call + "&limit=50&text=bekova"),
                        Ask.json("by a name nobody has", call + "&limit=50&text=nobody-of-this-name")));
    }

    /** The list of programmes, as somebody sees it who is not signed in. */
    Figures programmes() {
        OpenCall.others(ground.people(), PROGRAMMES_THERE);
        int connections = asked.number(Option.CONNECTIONS);
        return ground.play(ground.plan(
                asked,
                "public, " + connections + " connections",
                true,
                new Crowd(
                        "anybody",
                        Deed.READ,
                        List.of(Visitor.anonymous()),
                        Arrival.closed(connections, seconds()),
                        List.of(Ask.json(PROGRAMMES, "/api/programs?limit=20")))));
    }

    /** The public figures, as many people a second as asked for: all of them, and those of one country each. */
    Figures figures() {
        OpenCall.others(ground.people(), PROGRAMMES_THERE);
        int rate = asked.number(Option.RATE);
        return ground.play(ground.plan(
                asked,
                "figures, " + rate + " a second",
                true,
                new Crowd(
                        "anybody",
                        Deed.READ,
                        List.of(Visitor.anonymous()),
                        Arrival.open(new Step(rate, seconds())),
                        List.of(
                                Ask.json(FIGURES, "/api/figures"),
                                Ask.json(OF_A_COUNTRY, "/api/figures?country=KZ")))));
    }

    /** One read in three ways, by the same people, in one run: one person alone may not have so much at once. */
    Map<String, Figures> proxies() {
        URI service = ground.installation().applications();
        Plan plan = ground.plan(asked, "", true, owners(asked.number(Option.CONNECTIONS)));
        Map<String, Figures> ways = new LinkedHashMap<>();
        ways.put("service", ground.play(plan.at("nginx, the service itself", service)));
        Optional<Nginx> started = Nginx.start(ground.folder("nginx"), service);
        if (started.isEmpty()) {
            Ground.say("nginx is not installed here");
        }
        started.ifPresent(nginx -> {
            try (nginx) {
                ways.put("nginx", ground.play(plan.at("nginx, through nginx", nginx.address())));
            }
        });
        ways.put(
                "gateway",
                ground.play(plan.at(
                        "nginx, through the gateway", ground.installation().gateway())));
        ways.forEach((way, figures) -> {
            if (!way.equals("gateway")) {
                Ground.say("gateway against %s: %.2f".formatted(way, rate(ways.get("gateway")) / rate(figures)));
            }
        });
        return ways;
    }

    static double rate(Figures figures) {
        return figures.of(OWN).rate();
    }

    private int seconds() {
        return asked.number(Option.WARM_UP) + asked.number(Option.SECONDS);
    }
}
