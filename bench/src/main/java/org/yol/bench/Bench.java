package org.yol.bench;

import java.util.List;

/** Behind {@code bench/run}: one scenario against the platform that runs, and a line for each figure. */
public final class Bench {

    private static final String HELP = """
            Measures the platform that ./run has started on this machine. Start it without sample data for a clean slate.

              bench/run starts        students start an application each (32 clients, 3000 applications)
              bench/run submissions   students fill in, upload and submit (64 clients, 3000 applications); then whether
                                      every receipt is kept and every message came once
              bench/run lists         what people look at, with as many applications as there are (16 clients, each
                                      list 200 times)

              --clients N             how many ask at once, each of them again as soon as there is an answer
              --count N               how often, by all clients together
              --service URI           ask this applications-service instead of the gateway; several: each in turn

            YOL_HOME and the variables of the ports as for ./run.
            """;

    private Bench() {}

    /** @param words see {@code bench/run --help} */
    public static void main(String... words) {
        if (List.of(words).contains("--help") || List.of(words).contains("-h")) {
            System.out.print(HELP);
            return;
        }
        // Shorter than servers keep idle connections, so that no request meets one that just closed.
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        try {
            run(CommandLine.parse(words), Installation.from(System.getenv()));
        } catch (IllegalArgumentException | IllegalStateException | Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(CommandLine asked, Installation installation) {
        Http http = new Http(installation.gateway(), asked.services());
        People people = new People(Tokens.of(installation), http);
        Processes processes = Processes.of(installation);
        switch (asked.scenario()) {
            case STARTS -> new Starts(asked, people, processes).measure();
            case SUBMISSIONS -> new Submissions(asked, people, processes, http).measure();
            case LISTS -> new Lists(asked, people, processes).measure();
        }
    }
}
