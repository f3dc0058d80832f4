package org.yol.notifications.message;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yol.notifications.recipient.Recipient;
import org.yol.notifications.recipient.Recipients;
import org.yol.platform.access.Caller;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The caller's own inbox; nobody sees another's. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Notifications")
class InboxController {

    private final Messages messages;
    private final MessageWords words;
    private final Recipients recipients;

    InboxController(Messages messages, MessageWords words, Recipients recipients) {
        this.messages = messages;
        this.words = words;
        this.recipients = recipients;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "My messages, newest first, in the language I prefer")
    Inbox list(Caller caller, @RequestParam(defaultValue = "false") boolean unread, PageRequest request) {
        Recipient reader = recipients.find(caller.id()).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        Page<InboxItem> page =
                messages.inbox(caller.id(), unread, request).map(message -> item(message, words.of(message, reader)));
        return new Inbox(page.items(), page.next(), messages.countUnread(caller.id()));
    }

    private static InboxItem item(Message message, Words words) {
        return new InboxItem(message.id(), words.title(), words.text(), message.link(), message.at(), message.read());
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
