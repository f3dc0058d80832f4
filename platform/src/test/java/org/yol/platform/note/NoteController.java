package org.yol.platform.note;

import com.mongodb.MongoSocketWriteException;
import com.mongodb.ServerAddress;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yol.contracts.StudyLevel;
import org.yol.platform.access.Caller;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.ExpectedVersion;
import org.yol.platform.document.Guard;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.document.Sorting;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.IdempotencyKey;
import org.yol.platform.web.Representation;

@RestController
@RequestMapping("/api/notes")
class NoteController {

    private final AggregateCollection<Note> notes;

    NoteController(AggregateCollection<Note> notes) {
        this.notes = notes;
    }

    @PostMapping
    @PreAuthorize("hasRole('STUDENT')")
    ResponseEntity<Note> write(@RequestBody @Valid NoteRequest body, IdempotencyKey key) {
        RequestIdentity request = key.with(body);
        Note note = new Note(request.derivedId(), 0, body.text(), body.remark(), body.rank(), List.of());
        Note stored = notes.insert(note.written(), request);
        return Representation.created(URI.create("/api/notes/" + stored.id()), stored, stored);
    }

    @GetMapping("/{id}")
    @PreAuthorize("permitAll()")
    ResponseEntity<Note> read(@PathVariable String id) {
        Note note = notes.find(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        return Representation.of(note, note);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('STUDENT')")
    ResponseEntity<Note> reword(
            @PathVariable String id, ExpectedVersion expected, @RequestBody @Valid NoteRequest body) {
        Note note = notes.change(id, Guard.none(), expected, current -> current.reworded(body.text(), body.remark()));
        return Representation.of(note, note);
    }

    @PostMapping("/{id}/stamps")
    @PreAuthorize("hasRole('STUDENT')")
    ResponseEntity<Note> stamp(
            @PathVariable String id, ExpectedVersion expected, IdempotencyKey key, @RequestBody List<String> stamps) {
        Note note = notes.change(id, Guard.none(), expected, key.with(stamps), current -> current.stamped(stamps));
        return Representation.of(note, note);
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<Note> list(int fromRank, PageRequest page) {
        return notes.page(com.mongodb.client.model.Filters.gte("rank", fromRank), Sorting.ascending("rank"), page);
    }

    @GetMapping("/levels/{level}")
    @PreAuthorize("permitAll()")
    String level(@PathVariable StudyLevel level) {
        return level.name();
    }

    @GetMapping("/checked")
    @PreAuthorize("permitAll()")
    String checked(@RequestParam @NotBlank String text) {
        return text;
    }

    @GetMapping("/caller")
    @PreAuthorize("permitAll()")
    Caller caller(Caller caller) {
        return caller;
    }

    @GetMapping("/failure")
    @PreAuthorize("permitAll()")
    void fail() {
        throw new IllegalStateException("the password is kumis");
    }

    /** @param begun whether some of the answer has gone out before the line to the store breaks */
    @GetMapping("/broken-store")
    @PreAuthorize("permitAll()")
    void breakOff(boolean begun, HttpServletResponse response) throws IOException {
        if (begun) {
            response.getOutputStream().print("the beginning");
            response.flushBuffer();
        }
        throw new MongoSocketWriteException(
                "Exception sending message", new ServerAddress(), new IOException("Broken pipe"));
    }
}
