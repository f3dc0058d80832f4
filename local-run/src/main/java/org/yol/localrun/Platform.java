package org.yol.localrun;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yol.localrun.broker.EmbeddedBroker;
import org.yol.localrun.identity.IdentityConfiguration;
import org.yol.localrun.identity.IdentitySettings;
import org.yol.localrun.identity.SecretFile;
import org.yol.localrun.mail.MailArchive;
import org.yol.localrun.mail.MailSink;
import org.yol.localrun.process.ChildPids;
import org.yol.localrun.process.Launch;
import org.yol.localrun.process.ServiceJar;
import org.yol.localrun.process.ServiceProcess;
import org.yol.localrun.store.EmbeddedStore;
import org.yol.localrun.web.LocalWebServer;

/**
 * The picture of the platform: what it consists of, and what needs what. A service gets the addresses of what it needs
 * as environment variables. Everything starts at once: whoever needs something waits for it by itself, here as in a
 * cluster.
 */
public final class Platform {

    private final Settings settings;
    private final Console console;
    private final boolean training;
    private final ChildPids pids;

    private final MailArchive mails;
    private final LocalWebServer identity;
    private final List<Resource> infrastructure;
    private final List<ServiceProcess> services;

    private Platform(Settings settings, Console console, boolean training) throws IOException {
        this.settings = settings;
        this.console = console;
        this.training = training;
        this.pids = new ChildPids(state("pids"));
        Ports ports = settings.ports();

        mails = MailArchive.open(state("mail"), Clock.systemUTC());
        IdentitySettings provider = new IdentitySettings(
                state("identity"),
                ports.identity().number(),
                ports.gateway().number(),
                ports.mail().number(),
                ports.smtp().number());

        identity = new LocalWebServer(provider, mails, ports.identity(), ports.mail());
        PublicLog log =
                PublicLog.in(settings.home(), "localhost:" + ports.gateway().number());
        String sealKey = SecretFile.readOrCreate(state("keys").resolve("seal")).value();
        Resource smtp = new MailSink(ports.smtp(), mails);
        Resource kafka = kafka();
        Resource mongodb = mongodb();

        ServiceProcess programs = service("programs-service", ports.programs())
                .needs(kafka, mongodb, identity)
                .with("MONGODB_DATABASE", "programs")
                .with("PUBLIC_URI", "http://localhost:" + ports.gateway().number())
                .foundBy("PROGRAMS_URI");

        ServiceProcess applications = service("applications-service", ports.applications())
                .needs(kafka, mongodb, identity)
                .with("MONGODB_DATABASE", "applications")
                .with("PERSON_MASTER_KEYS", masterKeys().toString())
                .with("PUBLIC_URI", "http://localhost:" + ports.gateway().number())
                .with("RECEIPT_KEYS", ReceiptKeys.in(state("receipts")).toString())
                .with("LOG_KEYS", log.keys().toString())
                .with("LOG_ORIGIN", log.origin())
                .with("LOG_WITNESSES", log.witnesses().toString())
                .with("SEAL_KEY", sealKey)
                .foundBy("APPLICATIONS_URI");

        ServiceProcess notifications = service("notifications-service", ports.notifications())
                .needs(kafka, mongodb, identity, smtp)
                .with("MONGODB_DATABASE", "notifications")
                .with("SEAL_KEY", sealKey)
                .with("PUBLIC_URI", "http://localhost:" + ports.gateway().number())
                .foundBy("NOTIFICATIONS_URI");

        ServiceProcess gateway = service("gateway", ports.gateway())
                .needs(identity, programs, applications, notifications)
                .with("OIDC_CLIENT_ID", IdentityConfiguration.CLIENT_ID)
                .with("OIDC_CLIENT_SECRET", provider.clientSecret().value())
                .foundBy("GATEWAY_URI");

        infrastructure = List.of(kafka, mongodb, smtp, identity);
        services = List.of(programs, applications, notifications, gateway);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws IllegalStateException when it can't start: the message names the resource and says what to do
     */
    public static RunningPlatform start(Settings settings, Console console) throws Exception {
        return start(settings, console, false);
    }

    /** Starts everything as a rehearsal, after which the services write their class caches. */
    static RunningPlatform rehearse(Settings settings, Console console) throws Exception {
        return start(settings, console, true);
    }

    private static RunningPlatform start(Settings settings, Console console, boolean training) throws Exception {
        StateFolder state = StateFolder.take(settings.home());
        try {
            StateForm.TODAY.keepIn(settings.home());
            Platform platform = new Platform(settings, console, training);
            platform.pids
                    .stopLeftOvers()
                    .forEach(name -> console.progress(name, "of an earlier run was still there; stopped it"));
            RunningPlatform running = new RunningPlatform(
                    settings,
                    console,
                    state,
                    platform.mails,
                    platform.identity,
                    platform.infrastructure,
                    platform.services);
            running.start();
            return running;
        } catch (Exception e) {
            state.close();
            throw e;
        }
    }

    /**
     * Does something to a service of the platform that runs, in a process beside it.
     *
     * @param words the command, as the service understands it
     * @return the exit code of the command, which has said what came of it
     * @throws IllegalStateException when the platform does not run
     * @throws IllegalArgumentException when there is no such service
     */
    static int operate(Settings settings, Console console, String service, List<String> words) throws Exception {
        if (settings.kafkaBootstrapServers().isEmpty()
                && !Ports.isTaken(settings.ports().kafka().number())) {
            throw new IllegalStateException("Yol is not running here (nothing answers on port "
                    + settings.ports().kafka().number() + "). Start it with ./run and try again.");
        }
        List<ServiceProcess> known = new Platform(settings, console, false)
                .services.stream()
                        .filter(process -> !process.name().equals("gateway"))
                        .toList();
        return known.stream()
                .filter(process -> process.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + service + "' is no service that can be asked: "
                        + String.join(
                                ", ", known.stream().map(ServiceProcess::name).toList())))
                .operate(words);
    }

    /** Whoever has them can read everybody's files: made once, and not shown. */
    private Path masterKeys() {
        Path file = state("person").resolve("master-keys");
        SecretFile.readOrCreate(file);
        return file;
    }

    private Resource kafka() {
        return settings.kafkaBootstrapServers()
                .<Resource>map(servers -> new ExistingServer("kafka", Map.of("KAFKA_BOOTSTRAP_SERVERS", servers)))
                .orElseGet(() ->
                        new EmbeddedBroker(state("kafka"), settings.ports().kafka()));
    }

    private Resource mongodb() {
        return settings.mongodbUri()
                .<Resource>map(uri -> new ExistingServer("mongodb", Map.of("MONGODB_URI", uri)))
                .orElseGet(
                        () -> new EmbeddedStore(state("store"), settings.ports().mongodb()));
    }

    private Path state(String part) {
        return settings.home().resolve(part);
    }

    private Service service(String name, Port port) {
        return new Service(name, port);
    }

    /** The declaration of a service, until it says by which variable others find it. */
    private final class Service {

        private static final int HEAP_MEGABYTES = 256;

        private final String name;
        private final Port port;
        private final Map<String, String> environment = new HashMap<>();

        private Service(String name, Port port) {
            this.name = name;
            this.port = port;
            environment.put("SERVER_PORT", Integer.toString(port.number()));
            // The demo passwords are public: nobody but this machine is let in.
            environment.put("SERVER_ADDRESS", System.getenv().getOrDefault("SERVER_ADDRESS", "127.0.0.1"));
        }

        private Service needs(Resource... resources) {
            for (Resource resource : resources) {
                environment.putAll(resource.offers());
            }
            return this;
        }

        private Service with(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        private ServiceProcess foundBy(String variable) {
            Launch launch = new Launch(
                    name,
                    ServiceJar.of(settings.root(), name),
                    port,
                    HEAP_MEGABYTES,
                    Map.copyOf(environment),
                    training);
            return new ServiceProcess(
                    launch,
                    Map.of(variable, "http://localhost:" + port.number()),
                    state("logs").resolve(name + ".log"),
                    pids,
                    console);
        }
    }
}
