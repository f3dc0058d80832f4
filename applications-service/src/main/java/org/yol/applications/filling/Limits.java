package org.yol.applications.filling;

import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;

/** How long the texts of a form may be, as its annotations say, for whoever lets people fill it in. */
public final class Limits {

    private Limits() {}

    /**
     * The limits of a form, in characters of UTF-16.
     *
     * @return by the names of the fields, those within others as in {@code education.institution}
     */
    public static Map<String, Integer> of(Class<? extends Record> form) {
        Map<String, Integer> limits = new TreeMap<>();
        collect(form, "", limits);
        return Map.copyOf(limits);
    }

    private static void collect(Class<?> form, String within, Map<String, Integer> limits) {
        for (RecordComponent component : form.getRecordComponents()) {
            String name = within + component.getName();
            Size size = component.getAccessor().getAnnotation(Size.class);
            Class<?> nested = entry(component.getGenericType());
            if (nested.isRecord()) {
                collect(nested, name + ".", limits);
            } else if (component.getType() == String.class && size != null) {
                limits.put(name, size.max());
            }
        }
    }

    /** What a list is of; any other type is itself. */
    private static Class<?> entry(Type type) {
        return switch (type) {
            case ParameterizedType list when list.getActualTypeArguments()[0] instanceof Class<?> entry -> entry;
            case Class<?> plain -> plain;
            default -> Object.class;
        };
    }
}
