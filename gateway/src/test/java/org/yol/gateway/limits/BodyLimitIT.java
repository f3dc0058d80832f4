package org.yol.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yol.gateway.support.Backend.Echo;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
class BodyLimitIT {

    private static final int MEGABYTE = 1024 * 1024;

    private Browser client;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = Browser.at(port);
    }

    @Test
    void usualBodyPassesUpToOneMegabyte() {
        var answer = send("POST", "/api/applications", announced(MEGABYTE));
        assertThat(Echo.of(answer.body()).length()).isEqualTo(MEGABYTE);
    }

    /** Often: a connection that is closed under what is still being sent takes the answer with it, now and then. */
    @RepeatedTest(50)
    void largerBodyIsRefusedByItsAnnouncedLength() {
        var answer = send("POST", "/api/applications", announced(MEGABYTE + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:yol:problem:request-too-large", "1 MB");
    }

    @RepeatedTest(50)
    void largerBodyWithoutAnnouncedLengthIsRefusedByCounting() {
        var answer = send("POST", "/api/applications", chunked(2 * MEGABYTE));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:yol:problem:request-too-large");
    }

    @Test
    void uploadMayBeAsLargeAsAFile() {
        var answer = send("PUT", "/api/applications/1/documents/passport", chunked(10 * MEGABYTE));
        assertThat(Echo.of(answer.body()).length()).isEqualTo(10 * MEGABYTE);
    }

    @Test
    void largerUploadIsRefused() {
        var path = "/api/applications/1/documents/passport";
        assertThat(send("PUT", path, announced(12 * MEGABYTE)).body()).contains("urn:yol:problem:file-too-large");
        assertThat(send("PUT", path, chunked(12 * MEGABYTE)).body()).contains("urn:yol:problem:file-too-large");
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) {
        return client.send(method, path, body, "Authorization", "Bearer " + Neighbours.ISSUER.accessToken("nurlan"));
    }

    private static BodyPublisher announced(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
