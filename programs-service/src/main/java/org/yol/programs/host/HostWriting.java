package org.yol.programs.host;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.yol.platform.access.Caller;
import org.yol.platform.document.AlreadyExists;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * Coordinators write hosts, which belong to all of them. The same one is not to be entered twice under two spellings,
 * so whoever states one that looks like another is asked whether it is another.
 */
@Service
class HostWriting {

    /** What is stated may be a host that is there; the answer names the {@code candidates}. */
    static final Problem MAY_BE_THERE = new Problem("host-may-be-there", 409);

    private static final int CANDIDATES = 20;

    private final Hosts hosts;
    private final Clock clock;

    HostWriting(Hosts hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    /** Those that may be meant by a name, the likest first and of these the ones of that country. */
    List<Candidate> candidates(String name, String country) {
        return hosts.all().stream()
                .flatMap(host -> candidate(host, Set.of(name), Set.of()).stream())
                .sorted(likestFirst(country))
                .limit(CANDIDATES)
                .toList();
    }

    /** Adds a host. Sent again, the same request is answered with the host it made. */
    Host add(HostRequest request, Caller coordinator, RequestIdentity identity) {
        String base = request.country().toLowerCase(Locale.ROOT) + "-"
                + request.slug().value();
        List<Host> others = hosts.all();
        Optional<Host> made = others.stream()
                .filter(host -> isOfFamily(host.id(), base))
                .flatMap(host -> hosts.addedBefore(added(host.id(), request, coordinator), identity).stream())
                .findFirst();
        if (made.isPresent()) {
            return made.get();
        }
        HostWording wording = request.wording();
        refuseLookalikes(request, others, wording.allNames(), wording.domains());
        refuseTakenDomains(wording.domains(), others);
        try {
            return hosts.add(added(freeId(base, others), request, coordinator), identity);
        } catch (AlreadyExists raced) {
            throw mayBeThere(List.of(new Candidate(HostView.of(raced.existing(Host.class)), Likeness.SAME_NAME)));
        }
    }

    /** Replaces what a host says; its country stays, and so does its id. */
    Host edit(String id, HostRequest request, Caller coordinator, ExpectedVersion seen) {
        Host current = hosts.get(id);
        if (!current.country().equals(request.country())) {
            throw Refused.because(List.of(FieldError.of("/country", "host.country.stays")));
        }
        request.slug();
        HostWording wording = request.wording();
        List<Host> others =
                hosts.all().stream().filter(host -> !host.id().equals(id)).toList();
        // What it was called before is its own already, whatever that looks like.
        List<String> newNames = without(wording.allNames(), current.wording().allNames());
        List<String> newDomains = without(wording.domains(), current.domainNames());
        refuseLookalikes(request, others, newNames, newDomains);
        refuseTakenDomains(newDomains, others);
        return hosts.change(id, seen, host -> host.edit(wording, editor(coordinator), clock.instant()));
    }

    private Host added(String id, HostRequest request, Caller coordinator) {
        return Host.added(id, request.wording(), request.country(), editor(coordinator), clock.instant());
    }

    private static Editor editor(Caller coordinator) {
        return new Editor(coordinator.id(), coordinator.organization());
    }

    private static void refuseLookalikes(
            HostRequest request, List<Host> others, List<String> names, List<String> domains) {
        List<Candidate> candidates = others.stream()
                .filter(host -> !request.isDistinctFrom(host))
                .flatMap(host -> candidate(host, new HashSet<>(names), new HashSet<>(domains)).stream())
                .sorted(likestFirst(request.country()))
                .limit(CANDIDATES)
                .toList();
        if (!candidates.isEmpty()) {
            throw mayBeThere(candidates);
        }
    }

    private static Refused mayBeThere(List<Candidate> candidates) {
        HostView first = candidates.getFirst().host();
        return new Refused(MAY_BE_THERE, first.name(), first.country(), candidates.size())
                .naming("candidates", candidates);
    }

    /** Two hosts do not share a domain name, whatever somebody says. */
    private static void refuseTakenDomains(List<String> domains, List<Host> others) {
        Set<String> taken =
                others.stream().flatMap(host -> host.domainNames().stream()).collect(Collectors.toSet());
        if (domains.stream().anyMatch(taken::contains)) {
            throw Refused.because(List.of(FieldError.of("/domains", "host.domain.taken")));
        }
    }

    private static Optional<Candidate> candidate(Host host, Set<String> names, Set<String> domains) {
        return Likeness.of(host, names, domains).map(likeness -> new Candidate(HostView.of(host), likeness));
    }

    private static Comparator<Candidate> likestFirst(String country) {
        return Comparator.comparing(Candidate::likeness)
                .thenComparing(candidate -> !candidate.host().country().equals(country))
                .thenComparing(candidate -> candidate.host().name())
                .thenComparing(candidate -> candidate.host().id());
    }

    private static List<String> without(List<String> all, List<String> known) {
        return all.stream().filter(each -> !known.contains(each)).toList();
    }

    private static boolean isOfFamily(String id, String base) {
        return id.equals(base) || id.matches(Pattern.quote(base) + "-\\d+");
    }

    private static String freeId(String base, List<Host> others) {
        Set<String> taken = others.stream().map(Host::id).collect(Collectors.toSet());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? base : base + "-" + number)
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
