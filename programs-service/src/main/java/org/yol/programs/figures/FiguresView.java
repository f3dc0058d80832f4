package org.yol.programs.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.platform.digest.Sha256;

/**
 * The figures that were asked for. All numbers of people are sums of groups, the people of one country at one call,
 * each rounded to a multiple of five.
 *
 * @param asOf when they were put together; later figures may be the same
 * @param calls how many published calls they are of
 * @param open how many of these take applications now
 * @param total of all groups, each once
 * @param countries by citizenship, the most applications first
 * @param years by the year in which the call closes, the earliest first
 * @param sectors by priority sector, the most applications first; a programme counts for each of its sectors
 * @param kinds by kind of programme, the most applications first
 * @param providers by id, the most applications first
 * @param choices what there is to choose from, whatever was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FiguresView(
        Instant asOf,
        int calls,
        int open,
        People total,
        List<Row> countries,
        List<Row> years,
        List<Row> sectors,
        List<Row> kinds,
        List<Row> providers,
        Choices choices) {

    private static final Comparator<Row> MOST_FIRST =
            Comparator.comparing((Row row) -> row.people().applied()).reversed().thenComparing(Row::key);
    private static final Comparator<Row> EARLIEST_FIRST = Comparator.comparing(Row::key);

    /** The sector of programmes that name none. */
    private static final String NONE = "none";

    private static final int TAG_LETTERS = 32;

    static FiguresView of(Figures figures, FigureFilter filter, Instant now) {
        List<Group> groups = figures.groups().stream().filter(filter).toList();
        Set<String> calls = groups.stream().map(Group::callId).collect(Collectors.toSet());
        return new FiguresView(
                figures.asOf(),
                calls.size(),
                (int) figures.calls().stream()
                        .filter(facts ->
                                facts.isOpen(now) && calls.contains(facts.call().id()))
                        .count(),
                groups.stream().map(Group::people).reduce(People.NOBODY, People::plus),
                Row.sums(groups, group -> Stream.of(group.country()), MOST_FIRST),
                Row.sums(groups, group -> Stream.of(Integer.toString(group.year())), EARLIEST_FIRST),
                Row.sums(
                        groups,
                        group -> group.sectors().isEmpty() ? Stream.of(NONE) : group.sectors().stream(),
                        MOST_FIRST),
                Row.sums(groups, group -> Stream.of(group.kind().toString()), MOST_FIRST),
                Row.sums(groups, group -> Stream.of(group.provider().id()), MOST_FIRST),
                figures.choices());
    }

    /** The ETag: changes with what is told, not with when; every component of a record is in its text. */
    String tag() {
        String told = new FiguresView(null, calls, open, total, countries, years, sectors, kinds, providers, choices)
                .toString();
        return '"' + Sha256.hex(told).substring(0, TAG_LETTERS) + '"';
    }
}
