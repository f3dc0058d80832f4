package org.yol.applications.log;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Call;
import org.yol.applications.call.Calls;
import org.yol.contracts.CallChange;

/** Calls as they stand and their changes, each with its entry in the public log. */
@Component
class EnteredCalls implements EnteredDocuments {

    private final Calls calls;

    EnteredCalls(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void each(Consumer<Entered> found) {
        for (Call call : calls.all()) {
            found.accept(
                    new Entered("call " + call.id(), Statement.CALL_PUBLISHED + "/" + call.id() + "/" + call.seq()));
            for (CallChange change : call.changes()) {
                found.accept(new Entered(
                        "change " + change.id() + " of call " + call.id(),
                        Statement.CALL_CHANGED + "/" + call.id() + "/" + change.id()));
            }
        }
    }
}
