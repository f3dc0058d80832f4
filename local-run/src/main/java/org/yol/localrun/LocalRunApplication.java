package org.yol.localrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.yol.localrun.identity.Account;
import org.yol.localrun.identity.DemoAccounts;
import org.yol.localrun.identity.TokenCommand;
import org.yol.localrun.process.ChildPids;
import org.yol.localrun.sample.SampleData;

/** The command line behind {@code ./run}. */
public final class LocalRunApplication {

    private LocalRunApplication() {}

    /** Exit code 0 when it was stopped by the person or has done what it was asked, 1 when it could not. */
    public static void main(String[] arguments) {
        try {
            CommandLine commandLine = CommandLine.parse(arguments);
            Settings settings =
                    Settings.from(System.getenv(), Path.of(System.getenv().getOrDefault("YOL_ROOT", ".")));
            if (commandLine.tokenOf().isPresent()) {
                System.out.println(TokenCommand.token(
                        settings.home().resolve("identity"),
                        settings.ports().identity().number(),
                        commandLine.tokenOf().get()));
            } else if (commandLine.operation().isPresent()) {
                CommandLine.Operation operation = commandLine.operation().get();
                System.exit(Platform.operate(
                        settings, Console.ofProcess(Instant.now()), operation.service(), operation.words()));
            } else if (commandLine.rehearsal()) {
                rehearse(settings);
            } else {
                run(settings, commandLine);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings, CommandLine commandLine) throws Exception {
        Console console = Console.ofProcess(startOfRun());
        if (commandLine.fresh()) {
            forgetState(settings, console);
        }
        System.setProperty("yol.logs", settings.home().resolve("logs").toString());
        CountDownLatch stopped = stopOnSignal(Thread.currentThread());
        try (RunningPlatform platform = Platform.start(settings, console)) {
            Duration untilReady = console.sinceStart();
            if (commandLine.timings()) {
                TimingsReport.print(platform, untilReady, console);
            }
            if (!commandLine.exit()) {
                welcome(platform, untilReady, console);
                SampleData.createInBackground(platform, console);
                awaitSignal();
            }
            console.say("Stopping …");
        } finally {
            stopped.countDown();
        }
    }

    /** Lets the thread that started the platform also stop it, and keeps the JVM alive until that is done. */
    private static CountDownLatch stopOnSignal(Thread starter) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            starter.interrupt();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return stopped;
    }

    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // The signal: what follows is the stopping, which must not be interrupted again.
        }
    }

    private static void rehearse(Settings settings) throws Exception {
        Console console = Console.ofProcess(Instant.now());
        Path home = Files.createTempDirectory("yol-rehearsal");
        try (RunningPlatform platform = Platform.rehearse(Settings.forTest(settings.root(), home), console)) {
            Rehearsal.play(platform);
        } finally {
            StateFolder.forget(home);
        }
    }

    private static void forgetState(Settings settings, Console console) throws IOException {
        try (StateFolder _ = StateFolder.take(settings.home())) {
            new ChildPids(settings.home().resolve("pids")).stopLeftOvers();
            StateFolder.forget(settings.home());
        }
        console.say("Forgot everything in " + settings.home() + ".");
    }

    private static void welcome(RunningPlatform platform, Duration untilReady, Console console) {
        console.say("");
        console.say("Yol is ready after " + Console.seconds(untilReady) + ":  " + platform.gateway());
        console.say("Mails it sends:               " + platform.mailPages());
        console.say("Sign in as (the password is the account name and \"-yol\", such as aigerim-yol):");
        for (String role : new String[] {"student", "reviewer", "coordinator", "authority", "auditor"}) {
            console.say(String.format(
                    "  %-12s %s",
                    role,
                    String.join(
                            ", ",
                            DemoAccounts.all().stream()
                                    .filter(account -> account.roles().contains(role))
                                    .map(LocalRunApplication::withCountry)
                                    .toList())));
        }
        console.say("Stop with Ctrl-C. Logs: " + platform.settings().home().resolve("logs"));
        console.say("");
    }

    private static String withCountry(Account account) {
        return account.country() == null ? account.account() : account.account() + " (" + account.country() + ")";
    }

    private static Instant startOfRun() {
        String millis = System.getenv("YOL_STARTED_MILLIS");
        return millis == null
                ? ProcessHandle.current().info().startInstant().orElse(Instant.now())
                : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
