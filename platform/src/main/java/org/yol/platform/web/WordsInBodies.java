package org.yol.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses {@link UnknownWord} in the body of a request, as any word that is not there. */
final class WordsInBodies extends SimpleModule {

    private static final long serialVersionUID = 1L;

    WordsInBodies() {
        super("words in bodies");
        setDeserializerModifier(new ValueDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public ValueDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config,
                    JavaType type,
                    BeanDescription.Supplier description,
                    ValueDeserializer<?> deserializer) {
                return new Known(deserializer);
            }
        });
    }

    private static final class Known extends DelegatingDeserializer {

        Known(ValueDeserializer<?> words) {
            super(words);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> words) {
            return new Known(words);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            Object word = super.deserialize(parser, context);
            if (UnknownWord.is(word)) {
                return context.handleWeirdStringValue(handledType(), parser.getString(), "not a word people may send");
            }
            return word;
        }
    }
}
