package org.yol.programs.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.springframework.stereotype.Component;
import org.yol.platform.access.Caller;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * The programmes as they are searched: in memory, and never the truth. It is made of the listings at every start and
 * kept in step with them.
 */
@Component
final class ProgrammeIndex implements AutoCloseable {

    /** Somebody who asks while it is made waits for it, as for a store that is slow. */
    private static final Duration MADE_WITHIN = Duration.ofSeconds(5);

    /** Segments are small and merges short; one at a time leaves the processors to those who ask. */
    private static final int MERGING_AT_ONCE = 1;

    private static final int MERGES_WAITING = 4;

    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, Entry> entries = new HashMap<>();
    private final CountDownLatch made = new CountDownLatch(1);
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** Whether something was put in that the newest snapshot does not show. */
    private volatile boolean isBehind;

    ProgrammeIndex() throws IOException {
        ConcurrentMergeScheduler merging = new ConcurrentMergeScheduler();
        merging.setMaxMergesAndThreads(MERGES_WAITING, MERGING_AT_ONCE);
        this.writer = new IndexWriter(
                new ByteBuffersDirectory(),
                new IndexWriterConfig(ListingAnalysis.byField())
                        .setSimilarity(new BooleanSimilarity())
                        .setMergeScheduler(merging)
                        // It is gone when the process is.
                        .setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader before) throws IOException {
                return new Snapshot(reader, entries);
            }
        });
    }

    /** Takes a listing in, unless a newer one of the same programme is there. */
    synchronized void put(Listing listing) {
        if (isKnown(listing.id(), listing.seq(), listing.changed())) {
            return;
        }
        Entry entry = Entry.of(listing);
        try {
            writer.updateDocument(
                    new Term(ListingDocument.ID, listing.id()), ListingDocument.of(listing, entry, vocabulary));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        entries.put(listing.id(), entry);
        isBehind = true;
    }

    /** Whether a listing of that age has nothing new to say. */
    synchronized boolean isKnown(String id, long seq, Instant changed) {
        Entry entry = entries.get(id);
        return entry != null && entry.isAsNewAs(seq, changed);
    }

    /** All that was there at the start is in it now: from here on it can be asked. */
    void isMade() {
        made.countDown();
    }

    /**
     * The page of a list that a reader asks for; everything that was put in before shows.
     *
     * @throws Refused invalid-cursor; service-unavailable while the index is made
     */
    Found find(ProgrammeFilter filter, Order order, Moment moment, Caller caller, PageRequest request) {
        return asked(snapshot -> snapshot.find(filter, order, moment, caller, request));
    }

    /**
     * The ids of all of a list, in its order and of one moment.
     *
     * @throws Refused service-unavailable while the index is made
     */
    List<String> all(ProgrammeFilter filter, Order order, Moment moment, Caller caller) {
        return asked(snapshot -> snapshot.all(filter, order, moment, caller));
    }

    private interface Question<T> {
        T to(Snapshot snapshot) throws IOException;
    }

    private <T> T asked(Question<T> question) {
        awaitMade();
        try {
            catchUp();
            Snapshot snapshot = (Snapshot) searchers.acquire();
            try {
                return question.to(snapshot);
            } finally {
                searchers.release(snapshot);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void catchUp() throws IOException {
        if (isBehind) {
            synchronized (this) {
                if (isBehind) {
                    searchers.maybeRefreshBlocking();
                    isBehind = false;
                }
            }
        }
    }

    private void awaitMade() {
        try {
            if (!made.await(MADE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused(Problem.SERVICE_UNAVAILABLE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.SERVICE_UNAVAILABLE);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
