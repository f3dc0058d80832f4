package org.yol.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;

/** Leaves {@link UnknownWord} out of OpenAPI: nobody may send it. */
final class WordsInDescriptions implements ModelConverter {

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema != null && schema.getEnum() != null) {
            Class<?> words = Json.mapper().constructType(type.getType()).getRawClass();
            if (words.isEnum()) {
                Arrays.stream(words.getEnumConstants())
                        .filter(UnknownWord::is)
                        .forEach(unknown -> schema.getEnum()
                                .removeIf(word -> word.toString().equals(unknown.toString())));
            }
        }
        return schema;
    }
}
