package org.yol.applications.selection;

import com.mongodb.client.model.Filters;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yol.applications.log.EnteredDocuments;
import org.yol.applications.log.LogReading;
import org.yol.applications.selection.SelectionRun.Files;
import org.yol.platform.digest.Sha256;
import tools.jackson.databind.JsonNode;

/** Each published selection, with its entries in the public log; and that its files are the ones that were entered. */
@Component
class EnteredSelections implements EnteredDocuments {

    private final SelectionRuns runs;
    private final SelectionFiles files;
    private final LogReading log;

    EnteredSelections(SelectionRuns runs, SelectionFiles files, LogReading log) {
        this.runs = runs;
        this.files = files;
        this.log = log;
    }

    /** @throws IllegalStateException when a file in the store is not the one that was entered */
    @Override
    public void each(Consumer<Entered> found) {
        runs.decisive().list(Filters.empty()).stream()
                .flatMap(call -> runs.deciding(call.id()).stream())
                .filter(SelectionRun::isPublic)
                .forEach(run -> {
                    String name = "the selection " + run.id() + " of call " + run.callId();
                    Entered result = Entered.selection(name, run.id());
                    log.said(result.source()).ifPresent(entry -> compare(name, run.files(), entry));
                    found.accept(result);
                });
    }

    private void compare(String name, Files stored, JsonNode entry) {
        compare(name, "input", files.read(stored.input(), stored.inputBytes()), entry);
        compare(name, "result", files.read(stored.result(), stored.resultBytes()), entry);
    }

    private static void compare(String name, String file, byte[] bytes, JsonNode entry) {
        String entered = entry.path(file).asString("");
        if (!Sha256.hex(bytes).equals(entered)) {
            throw new IllegalStateException("The " + file + " of " + name + " in the store is not the one that was"
                    + " published: its SHA-256 is " + Sha256.hex(bytes) + ", and the public log says " + entered
                    + ". Compare with a backup and with what others have downloaded, and find out who could write"
                    + " there.");
        }
    }
}
