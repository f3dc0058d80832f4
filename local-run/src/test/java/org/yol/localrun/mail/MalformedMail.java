package org.yol.localrun.mail;

import java.util.function.Supplier;

/** Mails as no mail program writes them, but anybody may send them. */
enum MalformedMail {
    SENDER_OF_BRACKETS(() -> mail("From: <<>>", "Hello")),
    RECIPIENT_IN_A_DOMAIN_OF_OTHER_LETTERS(() -> mail("To: почта@пример.рф", "Hello")),
    UNKNOWN_CHARSET(() -> mail("Content-Type: text/plain; charset=klingon", "Hello")),
    ILLEGAL_CHARSET(() -> mail("Content-Type: text/plain; charset=\"? ?\"", "Hello")),
    UNKNOWN_TRANSFER_ENCODING(() -> mail("Content-Transfer-Encoding: semaphore", "Hello")),
    BROKEN_BASE64(() -> mail("Content-Transfer-Encoding: base64", "=A=B=C===")),
    BROKEN_CONTENT_TYPE(() -> mail("Content-Type: multipart/;;;=\"", "Hello")),
    MULTIPART_WITHOUT_BOUNDARY(() -> mail("Content-Type: multipart/mixed", "Hello")),
    MULTIPART_WITHOUT_PARTS(() -> mail("Content-Type: multipart/mixed; boundary=b", "Hello")),
    UNFINISHED_MULTIPART(() -> mail(
            "Content-Type: multipart/mixed; boundary=b",
            "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c")),
    MULTIPARTS_WITHIN_EACH_OTHER(MalformedMail::nested),
    BROKEN_ENCODED_WORD(() -> mail("Subject: =?klingon?B?!!!?=", "Hello")),
    NO_HEADERS(() -> "\0\1\2\377"),
    NOTHING(() -> "");

    private static final int LEVELS = 5_000;

    private final Supplier<String> source;

    MalformedMail(Supplier<String> source) {
        this.source = source;
    }

    /** What is sent, or in the file. */
    String source() {
        return source.get();
    }

    private static String mail(String header, String body) {
        return header + "\r\n\r\n" + body + "\r\n";
    }

    private static String nested() {
        StringBuilder mail = new StringBuilder();
        for (int level = 0; level < LEVELS; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d%n%n--b%d%n".formatted(level, level));
        }
        return mail.append("\r\nHello").toString();
    }
}
