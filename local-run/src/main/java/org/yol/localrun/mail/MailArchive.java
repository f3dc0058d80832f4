package org.yol.localrun.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The received mails, readable or not: one {@code .eml} file each, and what the pages show of them in memory. */
public final class MailArchive {

    private static final Pattern NAME = Pattern.compile("(\\d{15})\\.eml");

    private final Path directory;
    private final Clock clock;
    private final AtomicLong lastMillis = new AtomicLong();
    private final ConcurrentSkipListMap<String, Mail> mails = new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    private MailArchive(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Opens the archive of a folder, with the mails that are in it already. */
    public static MailArchive open(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        MailArchive archive = new MailArchive(directory, clock);
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(archive::read);
        }
        return archive;
    }

    /** The mails, newest first. */
    public List<Mail> all() {
        return List.copyOf(mails.values());
    }

    /** The mails to one address, newest first. */
    public List<Mail> to(String address) {
        return mails.values().stream()
                .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    Optional<Mail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** The file that keeps a mail as it arrived. */
    Path file(String id) {
        return directory.resolve(id + ".eml");
    }

    /** Keeps a mail. It is on the disk when this returns. */
    void add(MimeMessage message) throws MessagingException {
        Instant now = clock.instant();
        String id = nextId(now);
        Path incomplete = directory.resolve(id + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(incomplete)) {
                message.writeTo(out);
            }
            Files.move(incomplete, file(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // From the file, so that nothing is shown differently after the next start.
        mails.put(id, MailText.parse(id, now, file(id)));
    }

    private void read(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            // Half a mail of a run that was killed, or a file that somebody put there.
            return;
        }
        String id = name.group(1);
        mails.put(id, MailText.parse(id, Instant.ofEpochMilli(Long.parseLong(id)), file));
        lastMillis.accumulateAndGet(Long.parseLong(id), Math::max);
    }

    /** The receiving millisecond, moved on where two mails share one: ids sort by time and never collide. */
    private String nextId(Instant now) {
        return String.format("%015d", lastMillis.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli())));
    }
}
