package org.yol.programs.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.yol.platform.access.Caller;
import org.yol.platform.document.PageRequest;

/**
 * The index as it was at one moment. Words are looked up by Lucene; everything else is a set of bits, one for each
 * programme and value of a facet: narrowing is a conjunction, and a count is how many bits two sets have in common.
 */
final class Snapshot extends IndexSearcher {

    /** As many values of a facet as anybody would choose from, and whatever is chosen. */
    private static final int VALUES_AT_MOST = 100;

    /** By the number of the document; null where it is not there any more. */
    private final Entry[] entries;

    private final Map<Facet, Map<String, FixedBitSet>> holders = new EnumMap<>(Facet.class);

    /** By the country of those who ask; an empty one for those of whom it is not known. */
    private final Map<String, Timings> timings = new ConcurrentHashMap<>();

    /** @param known the entries of the same moment, by id */
    Snapshot(IndexReader reader, Map<String, Entry> known) throws IOException {
        super(reader);
        // Each question is another one, and answered in less time than it takes to look it up.
        setQueryCache(null);
        setSimilarity(new BooleanSimilarity());
        entries = new Entry[reader.maxDoc()];
        for (Facet facet : Facet.values()) {
            holders.put(facet, new HashMap<>());
        }
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues ids = DocValues.getBinary(leaf.reader(), ListingDocument.ID);
            Bits live = leaf.reader().getLiveDocs();
            for (int document = ids.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = ids.nextDoc()) {
                if (live == null || live.get(document)) {
                    enter(leaf.docBase + document, known.get(ids.binaryValue().utf8ToString()));
                }
            }
        }
    }

    private void enter(int document, Entry entry) {
        entries[document] = entry;
        entry.values()
                .forEach((facet, values) -> values.forEach(value -> holders.get(facet)
                        .computeIfAbsent(value, _ -> new FixedBitSet(entries.length))
                        .set(document)));
    }

    /** The page of a list that a reader asks for, and what all of the list comes to. */
    Found find(ProgrammeFilter filter, Order order, Moment moment, Caller caller, PageRequest request)
            throws IOException {
        Selection selection = select(filter, order, moment, caller);
        Hit after = request.after() == null ? null : Hit.at(request.after(), order);
        List<Hit> hits = first(request.limit() + 1, selection, moment, order.order(), after);
        List<Hit> page = hits.subList(0, Math.min(request.limit(), hits.size()));
        return new Found(
                page.stream().map(Hit::id).toList(),
                hits.size() > page.size() ? page.getLast().cursor(order) : null,
                selection.found().cardinality(),
                counts(filter, selection));
    }

    /** The ids of all of a list, in its order. */
    List<String> all(ProgrammeFilter filter, Order order, Moment moment, Caller caller) throws IOException {
        Selection selection = select(filter, order, moment, caller);
        return first(selection.found().cardinality(), selection, moment, order.order(), null).stream()
                .map(Hit::id)
                .toList();
    }

    /**
     * What a filter leaves.
     *
     * @param allowed without the choices in facets
     * @param scores by the number of the document
     * @param holding who has which value of a facet
     * @param chosen by facet, who has one of the values that are chosen
     */
    private record Selection(
            FixedBitSet allowed,
            float[] scores,
            Map<Facet, Map<String, FixedBitSet>> holding,
            Map<Facet, FixedBitSet> chosen,
            FixedBitSet found) {}

    private Selection select(ProgrammeFilter filter, Order order, Moment moment, Caller caller) throws IOException {
        FixedBitSet allowed = new FixedBitSet(entries.length);
        for (int document = 0; document < entries.length; document++) {
            if (entries[document] != null && filter.allows(entries[document], caller)) {
                allowed.set(document);
            }
        }
        float[] scores = new float[entries.length];
        if (filter.hasText()) {
            search(filter.text(), allowed, scores);
        }
        Map<Facet, Map<String, FixedBitSet>> holding = new EnumMap<>(holders);
        holding.put(Facet.PHASE, timings(moment).byWord(filter.tellsDrafts(caller)));
        Map<Facet, FixedBitSet> chosen = chosen(filter, holding);
        FixedBitSet found = narrowed(allowed, chosen, null);
        if (order.weighs()) {
            weigh(found, order, scores);
        }
        return new Selection(allowed, scores, holding, chosen, found);
    }

    /** Leaves of what is allowed what the strictest question finds that finds anything. */
    private void search(String text, FixedBitSet allowed, float[] scores) throws IOException {
        for (Query question : (Iterable<Query>) TextQuery.of(text)::iterator) {
            FixedBitSet fitting = fitting(question, scores);
            if (fitting.intersects(allowed)) {
                allowed.and(fitting);
                return;
            }
            Arrays.fill(scores, 0);
        }
        allowed.clear();
    }

    private FixedBitSet fitting(Query question, float[] scores) throws IOException {
        FixedBitSet fitting = new FixedBitSet(entries.length);
        Weight weight = createWeight(rewrite(question), ScoreMode.COMPLETE, 1);
        for (LeafReaderContext leaf : getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator documents = scorer.iterator();
            for (int each = documents.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = documents.nextDoc()) {
                fitting.set(leaf.docBase + each);
                scores[leaf.docBase + each] = scorer.score();
            }
        }
        return fitting;
    }

    private Timings timings(Moment moment) {
        return timings.compute(
                Objects.requireNonNullElse(moment.country(), ""),
                (_, known) -> known != null && known.holdAt(moment.now()) ? known : Timings.of(entries, moment));
    }

    private Map<Facet, FixedBitSet> chosen(ProgrammeFilter filter, Map<Facet, Map<String, FixedBitSet>> holding) {
        Map<Facet, FixedBitSet> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (!filter.chosen(facet).isEmpty()) {
                FixedBitSet any = new FixedBitSet(entries.length);
                for (String value : filter.chosen(facet)) {
                    FixedBitSet having = holding.get(facet).get(value);
                    if (having != null) {
                        any.or(having);
                    }
                }
                chosen.put(facet, any);
            }
        }
        return chosen;
    }

    /** What is left by the choices in all facets but one. */
    private static FixedBitSet narrowed(FixedBitSet allowed, Map<Facet, FixedBitSet> chosen, Facet except) {
        FixedBitSet left = allowed.clone();
        chosen.forEach((facet, any) -> {
            if (facet != except) {
                left.and(any);
            }
        });
        return left;
    }

    private static Map<String, List<FacetCount>> counts(ProgrammeFilter filter, Selection selection) {
        Map<String, List<FacetCount>> counts = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            FixedBitSet others = narrowed(selection.allowed(), selection.chosen(), facet);
            Set<String> own = filter.chosen(facet);
            List<FacetCount> counted = new ArrayList<>();
            selection.holding().get(facet).forEach((value, having) -> {
                int count = Math.toIntExact(FixedBitSet.intersectionCount(others, having));
                if (count > 0 || own.contains(value)) {
                    counted.add(new FacetCount(value, count));
                }
            });
            counted.sort(FacetCount.BY_COUNT);
            counts.put(
                    facet.toString(),
                    Stream.concat(
                                    counted.stream().limit(VALUES_AT_MOST),
                                    counted.stream().skip(VALUES_AT_MOST).filter(count -> own.contains(count.value())))
                            .toList());
        }
        return counts;
    }

    /** Puts what programmes weigh in an order in the place of how well they fit the words. */
    private void weigh(FixedBitSet found, Order order, float[] scores) throws IOException {
        List<Entry> known = new ArrayList<>();
        DocIdSetIterator documents = documents(found);
        for (int each = documents.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = documents.nextDoc()) {
            known.add(entries[each]);
        }
        Map<String, Integer> weights = order.weights(known);
        DocIdSetIterator again = documents(found);
        for (int each = again.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = again.nextDoc()) {
            scores[each] = weights.getOrDefault(entries[each].id(), 0);
        }
    }

    /** The first of what was found in an order, behind a place in it. */
    private List<Hit> first(int count, Selection selection, Moment moment, Comparator<Hit> order, Hit after)
            throws IOException {
        PriorityQueue<Hit> lastFirst = new PriorityQueue<>(count + 1, order.reversed());
        DocIdSetIterator documents = documents(selection.found());
        for (int each = documents.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = documents.nextDoc()) {
            Hit hit = entries[each].hit(selection.scores()[each], moment);
            if ((after == null || order.compare(after, hit) < 0)
                    && (lastFirst.size() < count || order.compare(hit, lastFirst.peek()) < 0)) {
                lastFirst.add(hit);
                if (lastFirst.size() > count) {
                    lastFirst.poll();
                }
            }
        }
        Deque<Hit> inOrder = new ArrayDeque<>(lastFirst.size());
        while (!lastFirst.isEmpty()) {
            inOrder.addFirst(lastFirst.poll());
        }
        return List.copyOf(inOrder);
    }

    private static DocIdSetIterator documents(FixedBitSet set) {
        return new BitSetIterator(set, set.length());
    }
}
