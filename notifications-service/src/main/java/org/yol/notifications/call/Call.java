package org.yol.notifications.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.CallPublished;
import org.yol.contracts.Deadline;
import org.yol.contracts.Deadlines;
import org.yol.contracts.Extension;
import org.yol.platform.document.Copy;

/**
 * A call as far as messages speak of it.
 *
 * @param seq number of the event it was last told by
 * @param provider whose coordinators run it; null in a copy of an earlier release, until it is read again
 * @param title the programme's, by language tag; {@code en} is always there
 */
public record Call(
        @BsonId String id,
        long seq,
        String provider,
        Map<String, String> title,
        Instant closes,
        String zone,
        int graceMinutes,
        List<Extension> extensions)
        implements Copy {

    public Call {
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
    }

    static Call of(CallPublished published, long seq) {
        return new Call(
                published.callId(),
                seq,
                published.providerId(),
                published.title(),
                published.closes(),
                published.zone(),
                published.graceMinutes(),
                published.extensions());
    }

    /**
     * The deadline that holds for somebody.
     *
     * @param country of their citizenship, ISO 3166-1 alpha-2; null where it is not known
     */
    public Deadline deadline(String country) {
        return new Deadlines(closes, zone, graceMinutes, extensions).of(country);
    }
}
