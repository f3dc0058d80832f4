package org.yol.applications.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Whoever sends a byte now and then is not waited for without end: reading throws {@link Refused} request-timeout. */
final class BytesInTime extends FilterInputStream {

    private final Instant end;
    private final Clock clock;

    BytesInTime(InputStream bytes, Instant end, Clock clock) {
        super(bytes);
        this.end = end;
        this.clock = clock;
    }

    @Override
    public int read() throws IOException {
        refuseTooLate();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        refuseTooLate();
        return super.read(into, offset, length);
    }

    private void refuseTooLate() {
        if (clock.instant().isAfter(end)) {
            throw new Refused(Problem.REQUEST_TIMEOUT);
        }
    }
}
