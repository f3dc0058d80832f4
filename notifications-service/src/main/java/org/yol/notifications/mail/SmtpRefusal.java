package org.yol.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a recipient that cannot be reached at all (RFC 5321, 4.2.1: a 5yz reply to RCPT TO) from a mail server that is
 * away, busy or wrongly set up: only the first is final. A 5yz reply to the mail itself is most often a matter of how
 * servers are set up (policies, signatures), and may be mended: it is tried again like the others, for three days.
 */
final class SmtpRefusal {

    private SmtpRefusal() {}

    static boolean isForGood(Exception failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof AddressException
                        || cause instanceof SendFailedException refused
                                && refused.getInvalidAddresses() != null
                                && refused.getInvalidAddresses().length > 0);
    }

    /** The kinds of all failures involved, without any of their words. */
    static String describe(Exception failure) {
        return causes(failure)
                .map(cause -> cause.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The failure and all it came from: Jakarta Mail has a way of its own of keeping several. */
    private static Stream<Throwable> causes(Throwable failure) {
        Stream.Builder<Throwable> found = Stream.builder();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            found.add(next);
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof MessagingException chained
                    && chained.getNextException() != null
                    && chained.getNextException() != chained.getCause()) {
                open.add(chained.getNextException());
            }
        }
        return found.build();
    }
}
