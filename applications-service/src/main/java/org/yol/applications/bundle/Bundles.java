package org.yol.applications.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.call.Calls;
import org.yol.applications.file.Files;
import org.yol.applications.file.StoredFile;
import org.yol.applications.nomination.Standing;
import org.yol.applications.pdf.PaperWords;
import org.yol.applications.reference.ReceivedLetters;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Makes bundles, a few at a time: each holds the documents of one application in memory. */
@Component
public class Bundles {

    private static final int AT_ONCE = 2;

    /** Less than the gateway waits for an answer to begin. */
    private static final long WAITING_SECONDS = 5;

    /** Of the documents of one application: what comes after that is to be opened by itself. */
    private static final long BYTES_AT_MOST = 48L * 1_024 * 1_024;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Files files;
    private final ReceivedLetters received;
    private final Calls calls;
    private final MessageSource texts;

    Bundles(Files files, ReceivedLetters received, Calls calls, MessageSource texts) {
        this.files = files;
        this.received = received;
        this.calls = calls;
        this.texts = texts;
    }

    /** Where a bundle goes, which is asked for once there is one. */
    @FunctionalInterface
    public interface Target {

        /** @throws IOException when the reader has left */
        OutputStream open() throws IOException;
    }

    /**
     * Writes an application that was handed in. A document that is missing or broken has a page that says so.
     *
     * @param letters whether its reader may know what referees write
     * @param standing what the authority's list says of it; null without, and for those who may not know
     * @throws Refused service-unavailable when too many are made
     * @throws IOException when the reader has left
     */
    public void write(Application application, boolean letters, Standing standing, Locale locale, Target target)
            throws IOException {
        takePlace();
        Bundle.Source source = source(application);
        try (Bundle bundle = new Bundle(
                        application,
                        calls.recent(application.call().id()).orElse(null),
                        standing,
                        new PaperWords(texts, "bundle", locale))
                .with(source)
                .with(letters ? received.of(application) : List.of(), source)) {
            bundle.writeTo(target.open());
        } finally {
            places.release();
        }
    }

    private Bundle.Source source(Application application) {
        return new Bundle.Source() {
            private long taken;

            @Override
            public byte[] bytes(AttachedDocument document) throws Bundle.Missing {
                taken += document.size();
                if (taken > BYTES_AT_MOST) {
                    throw new Bundle.Missing("too-large");
                }
                StoredFile file = files.find(application.student(), document.sha256())
                        .orElseThrow(() -> new Bundle.Missing("gone"));
                if (file.virus() != null) {
                    throw new Bundle.Missing("infected");
                }
                try (InputStream bytes = files.open(file)) {
                    return bytes.readAllBytes();
                } catch (IOException | Refused broken) {
                    throw new Bundle.Missing("gone");
                }
            }
        };
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(WAITING_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(Problem.SERVICE_UNAVAILABLE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.SERVICE_UNAVAILABLE);
        }
    }
}
