package org.yol.platform.document;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.bson.conversions.Bson;

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

    Class<R> type() {
        return type;
    }

    /** The same documents as records of another type. */
    <S extends Record> StoredRecords<S> as(MongoCollection<S> documents) {
        return new StoredRecords<>(documents, form);
    }

    /**
     * The fields that are read, for not fetching any other.
     *
     * @param otherwise of documents that may be in an older form, whose fields are not these
     */
    Bson projection(Bson otherwise) {
        return paths("", type).anyMatch(form::concerns)
                ? otherwise
                : include(Stream.concat(Stream.of(StoredForm.FIELD), paths("", type))
                        .toList());
    }

    private static Stream<String> paths(String within, Class<?> type) {
        return COMPONENTS.get(type).stream()
                .flatMap(component -> component.nested() instanceof Class<?> record
                        ? paths(within + component.field() + ".", record)
                        : Stream.of(within + component.field()));
    }

    /** Names of the fields a record is stored in. */
    List<String> fields() {
        return COMPONENTS.get(type).stream().map(Component::field).toList();
    }

    /**
     * The fields of a document that its older form had, for taking out what the newest does not know. Of a document in
     * the newest form there are none: what is unknown in it was added by a newer release that runs beside this one.
     */
    Stream<String> fieldsOfAnOlderForm(BsonDocument document) {
        return form.isNewest(document)
                ? Stream.empty()
                : document.keySet().stream().filter(field -> !AggregateCollection.RESERVED.contains(field));
    }

    BsonDocument encode(R record) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                record,
                EncoderContext.builder().build());
        return document.append(StoredForm.FIELD, form.asValue());
    }

    /** A document of any form. */
    R decode(BsonDocument stored) {
        return read(form.newest(collection, stored));
    }

    /** A document that has no form; its missing components are filled. */
    R read(BsonDocument document) {
        fill(type, document);
        return codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }

    private static void fill(Type type, BsonValue value) {
        if (type instanceof Class<?> record && value.isDocument()) {
            COMPONENTS.get(record).forEach(component -> component.fillIn(value.asDocument()));
        } else if (type instanceof ParameterizedType container && value.isArray()) {
            value.asArray().forEach(element -> fill(container.getActualTypeArguments()[0], element));
        } else if (type instanceof ParameterizedType container && value.isDocument()) {
            value.asDocument().values().forEach(element -> fill(container.getActualTypeArguments()[1], element));
        }
    }

    /**
     * @param missing makes what is read where the field is missing; null where that is null
     * @param nested the component's type if records are in it, on whatever level; null for anything else
     */
    private record Component(String field, Supplier<BsonValue> missing, Type nested) {

        static Component of(RecordComponent component) {
            String field = component.getAccessor().isAnnotationPresent(BsonId.class) ? "_id" : component.getName();
            Type type = component.getGenericType();
            return new Component(field, missing(component.getType()), holdsRecords(type) ? type : null);
        }

        void fillIn(BsonDocument document) {
            BsonValue value = document.get(field);
            if (value != null && !value.isNull()) {
                if (nested != null) {
                    fill(nested, value);
                }
            } else if (missing != null) {
                document.put(field, missing.get());
            }
        }

        private static Supplier<BsonValue> missing(Class<?> type) {
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

        private static boolean holdsRecords(Type type) {
            return switch (type) {
                case Class<?> plain -> plain.isRecord();
                case ParameterizedType container ->
                    Arrays.stream(container.getActualTypeArguments()).anyMatch(Component::holdsRecords);
                default -> false;
            };
        }
    }
}
