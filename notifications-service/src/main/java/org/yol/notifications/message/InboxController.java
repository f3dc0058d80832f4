package org.yol.notifications.message;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yol.notifications.recipient.Recipient;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** The caller's own inbox; nobody sees another's. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Notifications")
class InboxController {

    private final Messages messages;
    private final MessageWords words;
    private final JsonMapper json;

    InboxController(Messages messages, MessageWords words, JsonMapper json) {
        this.messages = messages;
        this.words = words;
        this.json = json;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "My messages, newest first, in the language I prefer")
    Inbox list(
            Caller caller,
            @Parameter(hidden = true) @RequestAttribute(name = Recipient.CALLER, required = false) Recipient reader,
            @RequestParam(defaultValue = "false") boolean unread,
            PageRequest request) {
        Page<Message> page = messages.inbox(caller.id(), unread, request);
        List<Words> said = words.of(page.items(), reader);
        List<InboxItem> items = IntStream.range(0, said.size())
                .mapToObj(index -> item(page.items().get(index), said.get(index)))
                .toList();
        return new Inbox(items, page.next(), messages.countUnread(caller.id()));
    }

    /** What is sent at once: everything, in pages, so that its length does not matter. */
    @GetMapping(path = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "All that is held here of the caller: how they are told, and every message, as one file",
            description = "Begins to flow at once. All else that is held of a student is at /api/profile/export.")
    void export(
            Caller caller,
            @Parameter(hidden = true) @RequestAttribute(name = Recipient.CALLER, required = false) Recipient reader,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("yol-my-messages.json")
                        .build()
                        .toString());
        try (SequenceWriter written =
                json.writerWithDefaultPrettyPrinter().writeValuesAsArray(response.getOutputStream())) {
            written.write(Objects.requireNonNullElse(reader, Map.of()));
            String after = null;
            do {
                Page<Message> page = messages.inbox(caller.id(), false, new PageRequest(PageRequest.MOST, after));
                List<Words> said = words.of(page.items(), reader);
                for (int index = 0; index < said.size(); index++) {
                    written.write(item(page.items().get(index), said.get(index)));
                }
                written.flush();
                after = page.next();
            } while (after != null);
        }
    }

    private static InboxItem item(Message message, Words words) {
        return new InboxItem(
                message.id(),
                words.title(),
                words.text(),
                message.link(),
                message.at(),
                message.read(),
                message.mail() == Delivery.FAILED);
    }

    /**
     * Marks a message as read. Needs no {@code If-Match}: there is nothing in it that another window could have
     * changed, and marking it again changes nothing.
     */
    @PutMapping("/{id}/read")
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark one of my messages as read; again is the same")
    void markRead(Caller caller, @PathVariable String id) {
        messages.markRead(caller.id(), id);
    }
}
