package org.yol.applications.application;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yol.applications.call.Call;
import org.yol.applications.dossier.Dossiers;
import org.yol.applications.dossier.Particulars;
import org.yol.contracts.ApplicationState;
import org.yol.platform.access.Caller;

/** Tells students how far they have come with what they are still writing. */
@Component
public class FormProgress {

    private static final Set<ApplicationState> WRITTEN = EnumSet.of(ApplicationState.DRAFT, ApplicationState.RETURNED);

    private final Applications applications;
    private final Dossiers dossiers;
    private final Referees referees;

    FormProgress(Applications applications, Dossiers dossiers, Referees referees) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.referees = referees;
    }

    /**
     * By id of those in a list that are the caller's own, and drafts or returned for correction. However many they are,
     * three questions to the store at the most; for a list without such a one, none.
     *
     * @param calls by id; of an application whose call is not among them nothing is told
     */
    public Map<String, List<StepProgress>> of(
            Collection<ApplicationSummary> listed, Map<String, Call> calls, Caller caller) {
        Map<String, Call> callsOfWritten = new HashMap<>();
        for (ApplicationSummary application : listed) {
            Call call = calls.get(application.call().id());
            boolean own = application.student().id().equals(caller.id());
            if (own && WRITTEN.contains(application.state()) && call != null) {
                callsOfWritten.put(application.id(), call);
            }
        }
        return callsOfWritten.isEmpty() ? Map.of() : of(callsOfWritten, caller);
    }

    private Map<String, List<StepProgress>> of(Map<String, Call> callsOfWritten, Caller caller) {
        Particulars dossier = dossiers.read(caller);
        Map<String, Integer> asked = referees.numbersAsked(callsOfWritten.entrySet().stream()
                .filter(entry -> entry.getValue().references() > 0)
                .map(Map.Entry::getKey)
                .toList());
        Map<String, List<StepProgress>> progress = new HashMap<>();
        applications
                .find(callsOfWritten.keySet())
                .forEach((id, application) -> progress.put(
                        id,
                        StepProgress.of(
                                application.written(), dossier, asked.getOrDefault(id, 0), callsOfWritten.get(id))));
        return progress;
    }
}
