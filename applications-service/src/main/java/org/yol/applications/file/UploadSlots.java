package org.yol.applications.file;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** How many uploads a student has under way in this process: nobody takes the room of everybody. */
@Component
class UploadSlots {

    private final int most;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    UploadSlots(FileProperties properties) {
        this.most = properties.atOnce();
    }

    /**
     * A place, until it is closed.
     *
     * @throws Refused too-many-requests
     */
    Slot take(String student) {
        underWay.compute(student, (_, uploads) -> {
            int others = uploads == null ? 0 : uploads;
            if (others >= most) {
                throw new Refused(Problem.TOO_MANY_REQUESTS);
            }
            return others + 1;
        });
        return () -> underWay.computeIfPresent(student, (_, uploads) -> uploads == 1 ? null : uploads - 1);
    }

    /** A place among a student's uploads. */
    @FunctionalInterface
    interface Slot extends AutoCloseable {

        @Override
        void close();
    }
}
