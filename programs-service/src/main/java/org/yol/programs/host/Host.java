package org.yol.programs.host;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Change;
import org.yol.platform.document.Silent;
import org.yol.programs.names.Folded;

/**
 * A university or centre that receives students.
 *
 * @param id its country and a slug of the name it was added under, with a number where that was taken; it never
 *     changes, whatever becomes of the name, because reviewers' tokens and stored places carry it
 * @param name in Latin letters, as it stands on its own pages
 * @param names by language tag; {@code en} is always there
 * @param country ISO 3166-1 alpha-2
 * @param domains in ASCII, no two hosts have the same one; null for none, since a unique index takes an empty list for
 *     a value
 * @param searched its names and domains, folded, as they are searched
 * @param revisions who has written it, the latest last; the last {@value #REVISIONS} are kept
 */
public record Host(
        @BsonId String id,
        long version,
        String name,
        Map<String, String> names,
        String country,
        List<String> domains,
        String searched,
        List<Revision> revisions)
        implements Silent {

    static final int REVISIONS = 50;

    public Host {
        names = Map.copyOf(names);
        domains = domains == null || domains.isEmpty() ? null : List.copyOf(domains);
        searched = searched(name, names, domains);
        revisions = List.copyOf(revisions);
    }

    private static String searched(String name, Map<String, String> names, List<String> domains) {
        return Stream.of(
                        Stream.of(name),
                        names.values().stream().sorted(),
                        domains == null ? Stream.<String>of() : domains.stream())
                .flatMap(each -> each)
                .map(Folded::of)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Its domain names in ASCII; may be none. */
    List<String> domainNames() {
        return domains == null ? List.of() : domains;
    }

    /** One that is not stored yet, by somebody. */
    static Host added(String id, HostWording wording, String country, Editor editor, Instant now) {
        return new Host(id, 0, wording.name(), wording.names(), country, wording.domains(), null, List.of())
                .revised(wording, editor, now);
    }

    /** Says something else from now on. Nothing happens when it says that already. */
    Change<Host> edit(HostWording wording, Editor editor, Instant now) {
        return wording.equals(wording()) ? Change.silent(this) : Change.silent(revised(wording, editor, now));
    }

    private Host revised(HostWording wording, Editor editor, Instant now) {
        Revision latest = new Revision(now, editor.account(), editor.organization(), wording);
        List<Revision> all =
                Stream.concat(revisions.stream(), Stream.of(latest)).toList();
        return new Host(
                id,
                version,
                wording.name(),
                wording.names(),
                country,
                wording.domains(),
                null,
                all.subList(Math.max(0, all.size() - REVISIONS), all.size()));
    }

    HostWording wording() {
        return new HostWording(name, names, domainNames());
    }
}
