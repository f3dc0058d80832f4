package org.yol.applications.filling;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.text.VisibleText;
import org.yol.platform.web.FieldPointer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads forms field by field. One that cannot be read or is not allowed stays as it was before, or empty where it is in
 * a list, and all others are taken.
 */
@Component
public class Forms {

    /** More than anybody gets wrong in one form. */
    private static final int REFUSED_AT_MOST = 200;

    private final JsonMapper json;
    private final Validator validator;

    Forms(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Takes what can be taken. Texts in which there is nothing to see are taken for none.
     *
     * @param sent an object with the components of the form
     * @param before as it is stored
     * @param rules what its annotations do not say, by pointers into the form
     * @throws Refused invalid-request for what is no object
     */
    public <T extends Record> FilledIn<T> read(
            JsonNode sent, T before, Class<T> type, Function<T, List<FieldError>> rules) {
        if (!(sent instanceof ObjectNode)) {
            throw new Refused(Problem.INVALID_REQUEST);
        }
        ObjectNode form = (ObjectNode) sent.deepCopy();
        leaveOutBlank(form);
        JsonNode stored = json.valueToTree(before);
        Map<String, FieldError> refused = new LinkedHashMap<>();
        T read = readable(form, stored, type, refused);
        // What an older release has stored may not be allowed any more: then it is nothing.
        for (JsonNode instead : List.of(stored, json.createObjectNode())) {
            for (FieldError error : errors(read, rules)) {
                refused.putIfAbsent(error.pointer(), error);
                putBack(form, instead, error.pointer());
            }
            leaveOutBlank(form);
            read = readable(form, stored, type, refused);
        }
        return new FilledIn<>(read, List.copyOf(refused.values()));
    }

    private <T> T readable(ObjectNode form, JsonNode stored, Class<T> type, Map<String, FieldError> refused) {
        while (refused.size() < REFUSED_AT_MOST) {
            try {
                json.treeToValue(form, type);
                // An entry that could not be read leaves its place to the next, as it does in what is read.
                leaveOutBlank(form);
                return json.treeToValue(form, type);
            } catch (DatabindException unreadable) {
                String pointer = FieldPointer.of(unreadable.getPath());
                // What cannot be read without a field that is missing cannot be read at all.
                while (refused.containsKey(pointer)) {
                    pointer = pointer.substring(0, pointer.lastIndexOf('/'));
                }
                if (pointer.length() <= 1) {
                    throw new Refused(Problem.INVALID_REQUEST);
                }
                refused.put(pointer, FieldError.of(pointer, "field.unreadable"));
                putBack(form, stored, pointer);
            }
        }
        throw Refused.because(List.copyOf(refused.values()));
    }

    private <T extends Record> List<FieldError> errors(T form, Function<T, List<FieldError>> rules) {
        List<FieldError> errors = new ArrayList<>();
        validator.validate(form).forEach(violation -> errors.add(error(violation)));
        errors.addAll(rules.apply(form));
        return errors;
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        // The path to an element of a list ends with a name for it that is in no form.
        String path = violation.getPropertyPath().toString().replaceAll("\\.?<[^>]*>", "");
        return FieldError.of(FieldPointer.of(path), violation.getMessage());
    }

    /** As it was before; nothing in a list, whose entries may have moved. */
    private static void putBack(ObjectNode form, JsonNode stored, String pointer) {
        JsonPointer field = JsonPointer.compile(pointer);
        JsonNode parent = form.at(field.head());
        if (parent instanceof ArrayNode list && field.last().getMatchingIndex() < list.size()) {
            list.setNull(field.last().getMatchingIndex());
        } else if (parent instanceof ObjectNode object) {
            JsonNode before = isInAList(form, field) ? null : stored.at(field);
            if (before == null || before.isMissingNode()) {
                object.remove(field.last().getMatchingProperty());
            } else {
                object.set(field.last().getMatchingProperty(), before);
            }
        }
    }

    private static boolean isInAList(ObjectNode form, JsonPointer field) {
        for (JsonPointer within = field.head(); within != null && !within.matches(); within = within.head()) {
            if (form.at(within).isArray()) {
                return true;
            }
        }
        return false;
    }

    /** Takes out what is no answer: of objects what holds no visible text, of lists what is nothing. */
    private static void leaveOutBlank(JsonNode form) {
        switch (form) {
            case ObjectNode object -> {
                object.removeIf(Forms::isBlank);
                object.forEach(Forms::leaveOutBlank);
            }
            case ArrayNode list -> {
                list.removeIf(Forms::isBlank);
                list.forEach(Forms::leaveOutBlank);
            }
            default -> {}
        }
    }

    private static boolean isBlank(JsonNode value) {
        return value.isNull() || value.isString() && VisibleText.isBlank(value.stringValue());
    }
}
