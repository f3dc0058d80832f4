package org.yol.bench.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.yol.bench.platform.Processes;

/** Plays the plan of its process. Public because Gatling makes it. */
public final class LoadSimulation extends Simulation {

    private static final Duration ARRIVING = Duration.ofSeconds(1);
    private static final Duration LONGEST_END = Duration.ofMinutes(3);
    private static final int CONNECTIONS_AT_MOST = 1_000;

    private final Stage stage = Stage.given();
    private final Plan plan = stage.plan();
    private final Recorder recorder = new Recorder(new Processes(stage.installation()));

    /** Reads the plan, and says so to Gatling. */
    public LoadSimulation() {
        int longest = plan.crowds().stream()
                .mapToInt(crowd -> crowd.arrival().total())
                .max()
                .orElse(0);
        setUp(plan.crowds().stream().map(this::population).toList())
                .maxDuration(Duration.ofSeconds(longest).plus(LONGEST_END));
    }

    @Override
    public void before() {
        recorder.begin(Duration.ofSeconds(plan.warmUpSeconds()));
    }

    @Override
    public void after() {
        stage.keep(recorder.end(plan.quiet(), stage.folder()));
    }

    private PopulationBuilder population(Crowd crowd) {
        Crowd.Arrival arrival = crowd.arrival();
        ChainBuilder visit = exec(next(crowd))
                .exitHereIf(session -> !session.contains(Visits.APPLICATION))
                .exec(new Visits(crowd, plan.facts(), recorder).visit());
        List<OpenInjectionStep> injections = new ArrayList<>();
        injections.add(nothingFor(arrival.delay()));
        ChainBuilder stay = visit;
        if (arrival.connections() > 0) {
            stay = during(Duration.ofSeconds(arrival.seconds()), "turn", false).on(visit);
            injections.add(rampUsers(arrival.connections()).during(ARRIVING));
        }
        arrival.steps()
                .forEach(step ->
                        injections.add(constantUsersPerSec(step.aSecond()).during(step.seconds())));
        PopulationBuilder population =
                scenario(crowd.name()).exec(stay).injectOpen(injections.toArray(OpenInjectionStep[]::new));
        return population.protocols(protocol(arrival.connections() == 0));
    }

    /**
     * Whoever stays keeps a connection. Those who come and go share what is there, as they do behind a proxy, up to
     * {@value #CONNECTIONS_AT_MOST}.
     */
    private HttpProtocolBuilder protocol(boolean shared) {
        List<String> addresses = plan.addresses().stream().map(URI::toString).toList();
        HttpProtocolBuilder protocol = http.baseUrls(addresses)
                .disableFollowRedirect()
                .disableCaching()
                .disableAutoReferer()
                .disableAutoOrigin()
                .acceptLanguageHeader("en");
        return shared ? protocol.shareConnections().maxConnectionsPerHost(CONNECTIONS_AT_MOST) : protocol;
    }

    private static Function<Session, Session> next(Crowd crowd) {
        AtomicInteger turn = new AtomicInteger();
        List<Visitor> visitors = crowd.visitors();
        boolean again = crowd.deed() == Crowd.Deed.READ;
        return session -> {
            int number = turn.getAndIncrement();
            if (!again && number >= visitors.size()) {
                return session.remove(Visits.APPLICATION);
            }
            return Visits.with(session, visitors.get(Math.floorMod(number, visitors.size())));
        };
    }
}
