package org.yol.notifications.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yol.platform.access.Caller;

/** Where browsers listen. */
@RestController
@Tag(name = "Notifications")
class StreamController {

    private final OpenStreams streams;

    StreamController(OpenStreams streams) {
        this.streams = streams;
    }

    /**
     * The caller's new messages from now on. What came before, or while the connection was lost, is in the inbox: a
     * client that connects again fetches it from there.
     */
    @GetMapping(path = "/api/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "My new messages as they arrive, as server-sent events named `message`")
    @ApiResponse(
            responseCode = "200",
            description = "An event for each message; its data is",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = PushedMessage.class)))
    SseEmitter listen(Caller caller, HttpServletResponse response) {
        SseEmitter stream = streams.open(caller.id());
        // Whoever has listened comes again on a new connection: the old one need not wait for another request.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        return stream;
    }
}
