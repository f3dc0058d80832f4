package org.yol.applications.file;

import static org.yol.applications.ApplicationsApi.path;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.yol.platform.test.Account;
import org.yol.platform.test.Api.Answer;
import org.yol.platform.test.RealParts;

/** An upload over a connection of its own, its bytes sent as the test likes. */
final class UploadLine implements AutoCloseable {

    private static final String BOUNDARY = "----line";
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private UploadLine(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head of an upload of a passport, and no byte of the file. */
    static UploadLine begin(int port, Account student, Answer application, String fileName, int size) {
        return begin(port, student, application, "passport", fileName, size);
    }

    /** The same of another kind of document. */
    static UploadLine begin(int port, Account student, Answer application, String kind, String fileName, int size) {
        String before = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/pdf\r\n\r\n";
        int length = before.getBytes(StandardCharsets.UTF_8).length + size + end().length();
        String head = "PUT " + path(application) + "/documents/" + kind + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + RealParts.issuer().token(student) + "\r\n"
                + "If-Match: " + application.eTag() + "\r\n"
                + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n"
                + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n";
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            UploadLine line = new UploadLine(socket);
            line.send((head + before).getBytes(StandardCharsets.UTF_8));
            return line;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String end() {
        return "\r\n--" + BOUNDARY + "--\r\n";
    }

    UploadLine send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends what comes after the file, and waits for the answer. */
    String finish() {
        return send(end().getBytes(StandardCharsets.US_ASCII)).answer();
    }

    /** Waits for the first line of the answer. */
    String status() {
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits for the answer: head and body. */
    String answer() {
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readAllAsString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
