package org.yol.localrun;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.yol.localrun.identity.Account;
import org.yol.localrun.mail.Mail;
import org.yol.localrun.mail.MailArchive;
import org.yol.localrun.process.ServiceProcess;
import org.yol.localrun.web.LocalWebServer;

/**
 * The platform while it runs. Tests reach it here: its address, tokens, mails, and ways to stop, kill and start its
 * parts.
 */
public final class RunningPlatform implements AutoCloseable {

    private final Settings settings;
    private final Console console;
    private final StateFolder state;
    private final MailArchive mails;
    private final LocalWebServer identity;
    private final List<Resource> resources = new ArrayList<>();
    private final List<ServiceProcess> services;
    private final Map<String, Duration> startTimes = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    RunningPlatform(
            Settings settings,
            Console console,
            StateFolder state,
            MailArchive mails,
            LocalWebServer identity,
            List<Resource> infrastructure,
            List<ServiceProcess> services) {
        this.settings = settings;
        this.console = console;
        this.state = state;
        this.mails = mails;
        this.identity = identity;
        this.services = services;
        resources.addAll(infrastructure);
        resources.addAll(services);
    }

    /** Where browsers and API clients go. */
    public URI gateway() {
        return URI.create("http://localhost:" + settings.ports().gateway().number());
    }

    /** Where the received mails are shown. */
    public URI mailPages() {
        return URI.create("http://localhost:" + settings.ports().mail().number());
    }

    /** The settings it was started with. */
    public Settings settings() {
        return settings;
    }

    /**
     * An access token, valid for an hour.
     *
     * @param account a demo account or one that was registered
     * @throws IllegalArgumentException when there is no such account
     */
    public String token(String account) {
        return identity.tokens()
                .issue(account)
                .orElseThrow(() -> new IllegalArgumentException("there is no account '" + account + "'"));
    }

    /** An access token of somebody made up, such as a coordinator of another provider. */
    public String token(Account account) {
        return identity.tokens().issue(account);
    }

    /** The mails to one address, newest first. */
    public List<Mail> mails(String address) {
        return mails.to(address);
    }

    /**
     * A part of the platform by its name, to stop and start it: {@code kafka}, {@code mongodb}, {@code mail},
     * {@code identity}, or the name of a service's module.
     *
     * @throws IllegalArgumentException when nothing has this name
     */
    public Resource resource(String name) {
        return resources.stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no resource '" + name + "'"));
    }

    /**
     * A service by the name of its module, to kill it or wait for it.
     *
     * @throws IllegalArgumentException when there is no such service
     */
    public ServiceProcess service(String name) {
        return (ServiceProcess) Optional.of(resource(name))
                .filter(ServiceProcess.class::isInstance)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no service"));
    }

    /** Stops a part gracefully and starts it again; returns when it is ready. */
    public void restart(String name) throws Exception {
        Resource resource = resource(name);
        resource.close();
        resource.start();
    }

    /** How long each part took from its own start until it was ready, in the order of the picture. */
    public Map<String, Duration> startTimes() {
        Map<String, Duration> ordered = new LinkedHashMap<>();
        resources.forEach(resource -> ordered.put(resource.name(), startTimes.get(resource.name())));
        return ordered;
    }

    /** The processes of the platform: this one first, then the services. */
    public Map<String, Long> processes() {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("local-run", ProcessHandle.current().pid());
        services.forEach(service -> service.pid().ifPresent(pid -> pids.put(service.name(), pid)));
        return pids;
    }

    void start() throws Exception {
        refuseTakenPorts();
        // The services take longest, so they are first in the queue for a processor.
        List<Resource> slowestFirst = Stream.concat(
                        services.stream(), resources.stream().filter(it -> !services.contains(it)))
                .toList();
        try (ExecutorService starters = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 0).factory())) {
            List<CompletableFuture<Void>> starts = slowestFirst.stream()
                    .map(resource -> CompletableFuture.runAsync(() -> start(resource), starters))
                    .toList();
            // The first that fails ends the waiting of all others.
            CompletableFuture<Void> firstFailure = new CompletableFuture<>();
            starts.forEach(start -> start.exceptionally(failure -> {
                firstFailure.completeExceptionally(failure);
                return null;
            }));
            awaitAll(firstFailure, CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)));
        }
    }

    private void awaitAll(CompletableFuture<Void> firstFailure, CompletableFuture<Void> all) throws Exception {
        try {
            CompletableFuture.anyOf(firstFailure, all).get();
        } catch (InterruptedException e) {
            close();
            throw e;
        } catch (ExecutionException e) {
            close();
            throw unwrap(e);
        }
    }

    /** Stops everything gracefully, in the reverse order of the picture. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // All services at once: none of them needs another one to stop.
            CompletableFuture.allOf(services.stream()
                            .map(service -> CompletableFuture.runAsync(service::close, Thread::startVirtualThread))
                            .toArray(CompletableFuture[]::new))
                    .join();
            resources.reversed().stream()
                    .filter(resource -> !services.contains(resource))
                    .forEach(this::stop);
            state.close();
        }
    }

    private void start(Resource resource) {
        Instant begun = Instant.now();
        try {
            resource.start();
        } catch (Exception e) {
            throw new CompletionException(
                    new IllegalStateException(resource.name() + " could not be started: " + e.getMessage(), e));
        }
        startTimes.put(resource.name(), Duration.between(begun, Instant.now()));
        console.progress(resource.name(), "ready");
    }

    private void stop(Resource resource) {
        try {
            resource.close();
        } catch (RuntimeException e) {
            console.problem(resource.name() + " did not stop cleanly: " + e.getMessage());
        }
    }

    private void refuseTakenPorts() {
        List<String> taken = resources.stream()
                .flatMap(resource -> resource.ports().stream()
                        .filter(port -> Ports.isTaken(port.number()))
                        .map(port -> "Port " + port.number() + ", which " + resource.name()
                                + " needs, is taken by another program. Stop that program, or choose another port: "
                                + port.variable() + "=" + (port.number() + 100) + " ./run"))
                .toList();
        if (!taken.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), taken));
        }
    }

    private static Exception unwrap(ExecutionException e) {
        Throwable cause = e.getCause() instanceof CompletionException wrapper ? wrapper.getCause() : e.getCause();
        return cause instanceof Exception known ? known : e;
    }
}
