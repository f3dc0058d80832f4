package org.yol.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/asyncapi.yaml} as a tree, its references followed. */
final class AsyncApi {

    private final JsonMapper json = JsonMapper.builder().build();
    private final JsonNode document;

    private AsyncApi(String yaml) {
        Object tree = new Yaml().load(yaml);
        this.document = json.valueToTree(tree);
    }

    static AsyncApi read() {
        try {
            return new AsyncApi(Files.readString(Path.of("../docs/asyncapi.yaml")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The node at a JSON pointer; where it is a reference, what it refers to. */
    JsonNode at(String pointer) {
        return followed(document.at(pointer));
    }

    JsonNode followed(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : at(reference.asString().substring(1));
    }

    /** The messages of the channel that is this topic. */
    Stream<JsonNode> messages(String topic) {
        return document.path("channels").values().stream()
                .filter(channel -> channel.path("address").asString().equals(topic))
                .flatMap(channel -> channel.path("messages").values().stream())
                .map(this::followed);
    }

    /** The message of an event, from the channel that carries it. */
    JsonNode message(EventType type) {
        return messages(type.topic())
                .filter(message -> message.path("name").asString().equals(type.type()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.type() + " is missing in " + type.topic()));
    }
}
