package org.yol.platform.document;

import com.mongodb.client.MongoCollection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Records as they are stored, in whatever form: an older one is upgraded, and components that were added since are
 * filled, where the codec alone would fail on a primitive and leave a list null.
 */
final class StoredRecords<R extends Record> {

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private final String collection;
    private final Class<R> type;
    private final Codec<R> codec;
    private final StoredForm form;

    StoredRecords(MongoCollection<R> documents, StoredForm form) {
        this.collection = documents.getNamespace().getCollectionName();
        this.type = documents.getDocumentClass();
        this.codec = documents.getCodecRegistry().get(type);
        this.form = form;
    }

    /** Names of the fields a record is stored in. */
    List<String> fields() {
        return COMPONENTS.get(type).stream().map(Component::field).toList();
    }

    BsonDocument encode(R record) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                record,
                EncoderContext.builder().build());
        return document.append(StoredForm.FIELD, form.asValue());
    }

    R decode(BsonDocument stored) {
        BsonDocument document = form.newest(collection, stored);
        fill(type, document);
        return codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }

    private static void fill(Class<?> type, BsonDocument document) {
        for (Component component : COMPONENTS.get(type)) {
            BsonValue value = document.get(component.field());
            if (value == null) {
                if (component.missing() != null) {
                    document.put(component.field(), component.missing().get());
                }
            } else if (component.nested() != null) {
                fillWithin(component.nested(), value);
            }
        }
    }

    private static void fillWithin(Class<?> type, BsonValue value) {
        if (value.isArray()) {
            value.asArray().forEach(element -> fillWithin(type, element));
        } else if (value.isDocument()) {
            fill(type, value.asDocument());
        }
    }

    /**
     * @param missing makes what is read where the field is missing; null where that is null
     * @param nested the record the component is, or is a list of; null for anything else
     */
    private record Component(String field, java.util.function.Supplier<BsonValue> missing, Class<?> nested) {

        static Component of(RecordComponent component) {
            String field = component.isAnnotationPresent(BsonId.class) ? "_id" : component.getName();
            return new Component(field, missing(component.getType()), nested(component.getGenericType()));
        }

        private static java.util.function.Supplier<BsonValue> missing(Class<?> type) {
            if (type == boolean.class) {
                return () -> BsonBoolean.FALSE;
            }
            if (type == long.class) {
                return () -> new BsonInt64(0);
            }
            if (type == double.class || type == float.class) {
                return () -> new BsonDouble(0);
            }
            if (type.isPrimitive()) {
                return () -> new BsonInt32(0);
            }
            if (Collection.class.isAssignableFrom(type)) {
                return BsonArray::new;
            }
            return Map.class.isAssignableFrom(type) ? BsonDocument::new : null;
        }

        private static Class<?> nested(Type type) {
            return switch (type) {
                case Class<?> record when record.isRecord() -> record;
                case ParameterizedType list
                when list.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw) ->
                    nested(list.getActualTypeArguments()[0]);
                default -> null;
            };
        }
    }
}
