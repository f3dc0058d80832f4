package org.yol.programs.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The twelve real programmes of {@code fixtures/programmes.yaml} in the words of a document. */
final class FixtureDocuments {

    /** What the fixtures say of themselves, and not of the programme. */
    private static final List<String> OF_THE_FIXTURE = List.of("id", "sourced", "provider");

    private static final List<String> OF_THE_PROGRAMME = List.of(
            "kind",
            "destination",
            "origins",
            "levels",
            "fields",
            "languages",
            "sectors",
            "months",
            "pays",
            "certificate",
            "title");

    private final UnaryOperator<String> hosts;

    /** @param hosts answers the id of a host of that name */
    FixtureDocuments(UnaryOperator<String> hosts) {
        this.hosts = hosts;
    }

    /** A fixture and its document. */
    record Fixture(String id, ObjectNode document) {

        @Override
        public String toString() {
            return id;
        }
    }

    List<Fixture> all() {
        return raw().map(fixture -> new Fixture(fixture.get("id").asString(), document(fixture)))
                .toList();
    }

    static Stream<ObjectNode> raw() {
        return file("/fixtures/programmes.yaml").valueStream().map(ObjectNode.class::cast);
    }

    /** A file of the class path, as a reader of YAML that the platform does not use understands it. */
    static JsonNode file(String path) {
        try (InputStream in = FixtureDocuments.class.getResourceAsStream(path)) {
            return yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text, likewise; dates stay the text that they are. */
    static JsonNode yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        Object content = new Yaml(
                        new SafeConstructor(options),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        options,
                        new TextDates())
                .load(text);
        return JsonMapper.shared().valueToTree(content);
    }

    /** Dates stay the text that they are. */
    private static final class TextDates extends Resolver {

        @Override
        public void addImplicitResolver(Tag tag, Pattern form, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, form, first, limit);
            }
        }
    }

    private ObjectNode document(ObjectNode fixture) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        ObjectNode programme = document.putObject("programme");
        fixture.propertyStream().forEach(field -> {
            if (OF_THE_PROGRAMME.contains(field.getKey())) {
                programme.set(field.getKey(), field.getValue());
            } else if (field.getKey().equals("call")) {
                document.putArray("calls").add(call((ObjectNode) field.getValue()));
            } else if (!OF_THE_FIXTURE.contains(field.getKey())) {
                throw new AssertionError("What is " + field.getKey() + "?");
            }
        });
        return document;
    }

    private ObjectNode call(ObjectNode fixture) {
        ObjectNode call = fixture.deepCopy();
        call.remove("demo");
        for (JsonNode place : call.withArray("places")) {
            ObjectNode stated = (ObjectNode) place;
            stated.put("hostId", hosts.apply(stated.remove("host").asString()));
        }
        for (JsonNode extension : call.withArray("extensions")) {
            ObjectNode stated = (ObjectNode) extension;
            stated.set("countries", stated.remove("for"));
            stated.set("closes", stated.remove("to"));
        }
        if (call.get("exams") instanceof ObjectNode exams) {
            ObjectNode stated = JsonMapper.shared().createObjectNode();
            stated.set("date", exams.remove("date"));
            ArrayNode courses = stated.putArray("courses");
            exams.propertyStream().forEach(course -> {
                ObjectNode one = courses.addObject().put("course", course.getKey());
                one.set("subjects", course.getValue());
            });
            call.set("exams", stated);
        }
        return call;
    }
}
