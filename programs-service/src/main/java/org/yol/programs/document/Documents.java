package org.yol.programs.document;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.SmartValidator;
import org.yol.platform.access.Caller;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.FieldPointer;
import org.yol.programs.call.Call;
import org.yol.programs.call.CallRequest;
import org.yol.programs.call.CallWriting;
import org.yol.programs.call.Calls;
import org.yol.programs.programme.Programme;
import org.yol.programs.programme.ProgrammeAccess;
import org.yol.programs.programme.ProgrammeRequest;
import org.yol.programs.programme.ProgrammeWriting;
import org.yol.programs.programme.Programmes;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes documents in and gives them out. What is taken in are drafts: nothing is public before somebody publishes it.
 */
@Service
class Documents {

    private final Programmes programmes;
    private final Calls calls;
    private final ProgrammeWriting programmeWriting;
    private final CallWriting callWriting;
    private final SmartValidator validator;
    private final ObjectReader strict;

    Documents(
            Programmes programmes,
            Calls calls,
            ProgrammeWriting programmeWriting,
            CallWriting callWriting,
            SmartValidator validator,
            JsonMapper json) {
        this.programmes = programmes;
        this.calls = calls;
        this.programmeWriting = programmeWriting;
        this.callWriting = callWriting;
        this.validator = validator;
        this.strict = json.readerFor(ProgrammeDocument.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * The document of a programme, with the calls that the reader may see.
     *
     * @throws Refused not-found where they may see none and the programme is not theirs
     */
    ProgrammeDocument of(String programmeId, Caller reader) {
        Programme programme = programmes.get(programmeId);
        boolean drafts = ProgrammeAccess.maySeeDrafts(programme.provider().id(), reader);
        List<Call> shown = calls.ofProgramme(programmeId).stream()
                .filter(call -> drafts || call.isPublished())
                .toList();
        if (!drafts && shown.isEmpty()) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return new ProgrammeDocument(
                ProgrammeRequest.of(programme),
                shown.stream().map(CallRequest::of).toList());
    }

    /**
     * Makes drafts of what a document says. All of it is read before any of it is written; sent again under the same
     * key it makes nothing twice, and goes on where it was broken off.
     *
     * @throws Refused field-errors for whatever makes no sense, fields that nobody knows included
     */
    Programme take(JsonNode tree, Caller coordinator, RequestIdentity identity) {
        ProgrammeDocument document = read(tree, coordinator);
        Programme programme = programmeWriting.create(document.programme(), coordinator, identity);
        for (int index = 0; index < document.calls().size(); index++) {
            callWriting.create(
                    programme.id(), document.calls().get(index), coordinator, identity.part("calls/" + index));
        }
        return programme;
    }

    private ProgrammeDocument read(JsonNode tree, Caller coordinator) {
        ProgrammeDocument document;
        try {
            document = strict.readValue(tree);
        } catch (DatabindException unreadable) {
            throw Refused.because(List.of(FieldError.of(FieldPointer.of(unreadable.getPath()), "document.unreadable")));
        }
        BeanPropertyBindingResult result = new BeanPropertyBindingResult(document, "document");
        validator.validate(document, result);
        List<FieldError> errors = new ArrayList<>();
        result.getFieldErrors()
                .forEach(error ->
                        errors.add(FieldError.of(FieldPointer.of(error.getField()), error.getDefaultMessage())));
        if (errors.isEmpty()) {
            errors.addAll(inCalls(document.calls(), coordinator));
        }
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        return document;
    }

    private List<FieldError> inCalls(List<CallRequest> stated, Caller coordinator) {
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < stated.size(); index++) {
            String call = "/calls/" + index;
            callWriting
                    .errors(stated.get(index), coordinator)
                    .forEach(error ->
                            errors.add(new FieldError(call + error.pointer(), error.message(), error.arguments())));
        }
        return errors;
    }
}
