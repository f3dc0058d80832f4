package org.yol.bench;

import java.io.UncheckedIOException;
import java.util.List;
import org.yol.bench.platform.Refusal;

/** Behind {@code bench/run}: one scenario, and a line for each figure. */
public final class Bench {

    private static final String HELP = """
            Measures Yol on this machine: starts a platform of its own in bench/target/home, fills its store, plays the
            load with Gatling, prints what came of it, and stops. docs/performance.md says what each scenario is.

              bench/run submissions   64 connections submit complete drafts; then whether every receipt is kept and
                                      everybody was told once, in the inbox and by mail; --kill: applications-service
                                      is killed in it
              bench/run crowd         the same with 256 connections for a minute; --kill: the gateway is killed in it
              bench/run flood         three times as many as can be answered, then as many as usual
              bench/run beside        submissions alone, and while 20 export and 50 download
              bench/run deadline      whole applications with files in open arrival, 1, 10, 100 a second, beside readers
              bench/run results       5000 decisions are announced at once, while 276 people a second open their own
              bench/run reads         32 connections read their own applications
              bench/run mine          "my applications" and inbox, 100 people a second
              bench/run lists         pages of a reviewer, a coordinator and an authority, one at a time
              bench/run papers        a call as CSV and XLSX, an application as PDF, an applicant by name, one at a time
              bench/run public        64 connections read the list of programmes without signing in
              bench/run search        10,000 programmes; 100 people a second look for something, each for something else
              bench/run figures       the public figures, all and of one country each, 100 people a second
              bench/run change        a deadline is extended that 20,000 apply by, while 100 others submit: when the last
                                      of them is told, and whether a receipt waits for that
              bench/run log           64 connections submit: when each submission is under a signed checkpoint of the public
                                      log, and whether each is in it once; 20,000 entries that wait; tiles and checkpoint
                                      read by 64 connections; --kill: again and again that of two replicas is killed
                                      which writes the log
              bench/run selection     5000 apply to twelve hosts: their selection is drawn, run, checked and published; 100
                                      people a second read why they got what they got; offers are declined: when the
                                      next on the list has it; --connections N: so many read while it is published;
                                      --kill: it is published by two processes, and each of them and both are killed
              bench/run nginx         one read at the service, through nginx where it is installed, and by the gateway
              bench/run log-proofs    the public log's module without a platform: proofs in a log of 10,000,000 entries, and
                                      a check of a tenth of them
              bench/run allocation    the selection's engine without a platform, by JMH: up to 1,000,000 applicants; draws
                                      docs/pictures/selection-time.svg
              bench/run bounds        all of it, and the table of docs/performance.md

              --stored N              applications in the store before (1000; bounds, change: 20000)
              --connections N         how many ask at once in closed arrival
              --rate N                how many arrive in a second in open arrival
              --seconds N             how long is counted
              --warm-up N             seconds before that (30; where people submit 400)
              --count N               drafts that may be submitted at most; decisions that are announced; programmes;
                                      entries of the log; applicants of a selection
              --sessions N            how many of those who open their results have signed in at the gateway (500)
              --service URI           ask this service instead of the gateway; several: each connection one of them
              --running               measure what ./run has started (YOL_HOME and its ports), and start nothing
              --quick                 a rehearsal with tiny numbers, which says nothing about speed

            The variables of the ports are those of ./run; without them other ports are taken than ./run takes.
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
            measure(CommandLine.parse(words));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException | Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void measure(CommandLine asked) {
        if (asked.scenario() == CommandLine.Scenario.BOUNDS) {
            new Bounds(asked).measure();
            return;
        }
        if (asked.scenario() == CommandLine.Scenario.LOG_PROOFS) {
            new LogProofs(asked).measure();
            return;
        }
        if (asked.scenario() == CommandLine.Scenario.ALLOCATION) {
            List<Row> rows = new Selections(asked).measure();
            Ground.say("");
            Ground.say(Row.HEADER);
            rows.forEach(row -> Ground.say(row.line()));
            return;
        }
        try (Ground ground = Ground.prepare(asked, System.getenv())) {
            Submissions submissions = new Submissions(asked, ground);
            Submissions then = new Submissions(asked.onceWarm(), ground);
            Readings readings = new Readings(asked, ground);
            switch (asked.scenario()) {
                case SUBMISSIONS -> submissions.killing("applications-service", "submissions");
                case CROWD -> submissions.crowd();
                case FLOOD -> then.flood(submissions.measure("before the flood"));
                case BESIDE -> then.beside(submissions.measure("alone"));
                case DEADLINE -> submissions.deadline();
                case RESULTS -> new ResultsDay(asked, ground).measure();
                case READS -> readings.own();
                case MINE -> readings.mine();
                case LISTS -> readings.lists();
                case PAPERS -> readings.papers();
                case PUBLIC -> readings.programmes();
                case SEARCH -> new Searches(asked, ground).measure();
                case FIGURES -> readings.figures();
                case CHANGE -> new ChangedCall(asked, ground).measure();
                case LOG -> new PublicLog(asked, ground).measure();
                case SELECTION -> new SelectionDay(asked, ground).measure();
                case NGINX -> readings.proxies();
                case LOG_PROOFS, ALLOCATION, BOUNDS -> throw new IllegalStateException("measured above");
            }
        }
    }
}
