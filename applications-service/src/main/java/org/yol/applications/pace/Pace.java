package org.yol.applications.pace;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Exports and downloads take all that the processors give, and a submission beside them gets what is left. So while
 * anybody writes, those go at a pace; when nobody has written for a second, as fast as they can. Who has to wait is a
 * virtual thread.
 */
@Component
public class Pace extends OncePerRequestFilter {

    private static final long LULL = Duration.ofSeconds(1).toNanos();
    private static final Set<String> READS =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    private final Bucket rows;
    private final Bucket bytes;
    private volatile long lastWrite = System.nanoTime() - LULL;

    Pace(PaceProperties properties) {
        this.rows = aSecond(properties.rows());
        this.bytes = aSecond(properties.bytes().toBytes());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READS.contains(request.getMethod())) {
            lastWrite = System.nanoTime();
        }
        chain.doFilter(request, response);
    }

    /** Waits until so many rows of an export may go out. */
    public void rows(int number) {
        await(rows, number);
    }

    /** Waits until so many bytes of a file may go out. */
    public void bytes(int number) {
        await(bytes, number);
    }

    private void await(Bucket bucket, int number) {
        if (number > 0 && System.nanoTime() - lastWrite < LULL) {
            bucket.asBlocking().consumeUninterruptibly(number);
        }
    }

    private static Bucket aSecond(long number) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(number).refillGreedy(number, Duration.ofSeconds(1)))
                .build();
    }
}
