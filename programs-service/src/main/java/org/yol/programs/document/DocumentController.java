package org.yol.programs.document;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.access.Caller;
import org.yol.platform.web.IdempotencyKey;
import org.yol.programs.programme.Programme;
import org.yol.programs.web.BriefCaching;
import tools.jackson.databind.JsonNode;

/** As JSON or as YAML, by what the reader accepts and the writer sends. */
@RestController
@Tag(name = "Documents")
class DocumentController {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String YAML = MediaType.APPLICATION_YAML_VALUE;
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/api/programs/{id}/document")
    @PreAuthorize("permitAll()")
    @Operation(summary = "A programme with its calls as one document")
    ResponseEntity<ProgrammeDocument> get(@PathVariable String id, Caller caller) {
        ProgrammeDocument document = documents.of(id, caller);
        return BriefCaching.ok(caller)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("programme")
                                .build()
                                .toString())
                .body(document);
    }

    @PostMapping(
            path = "/api/programs/documents",
            consumes = {JSON, YAML})
    @PreAuthorize("hasRole('COORDINATOR')")
    @Operation(summary = "Make drafts of one's own provider of a document")
    ResponseEntity<Void> take(@RequestBody JsonNode document, Caller caller, IdempotencyKey key) {
        Programme programme = documents.take(document, caller, key.with(document));
        return ResponseEntity.created(URI.create("/api/programs/" + programme.id()))
                .build();
    }

    @GetMapping("/api/programs/schema")
    @PreAuthorize("permitAll()")
    @Operation(summary = "What a document may say, as JSON Schema (2020-12)")
    ResponseEntity<Resource> schema(Caller caller) {
        return BriefCaching.ok(caller).contentType(SCHEMA).body(new ClassPathResource("programme.schema.json"));
    }
}
