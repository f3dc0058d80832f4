package org.yol.platform.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.converter.ConversionException;

/** Events that a listener hears as many at a time as there are, so that they cost one write together. */
public final class EventBatch {

    private EventBatch() {}

    /**
     * Keeps what is made of events. What fails is named by its place, or all of them would be put aside together.
     *
     * @param events null where one could not be read
     * @param unreadable why, at the same place
     * @param made of one of them; fails for one that makes no sense
     * @param keep is not asked where there is nothing to keep; fails when the store does
     * @throws BatchListenerFailedException with the place of the first that could not be read or made sense of: those
     *     before it are kept, it is tried again or put aside by itself, and those behind it come again
     */
    public static <T> void hear(
            List<ReceivedEvent> events,
            List<ConversionException> unreadable,
            Function<ReceivedEvent, ? extends Collection<T>> made,
            Consumer<List<T>> keep) {
        List<T> all = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            try {
                if (events.get(place) == null) {
                    throw unreadable.get(place);
                }
                all.addAll(made.apply(events.get(place)));
            } catch (RuntimeException poison) {
                keep(all, keep);
                throw new BatchListenerFailedException("No event to be kept", poison, place);
            }
        }
        keep(all, keep);
    }

    private static <T> void keep(List<T> all, Consumer<List<T>> keep) {
        if (all.isEmpty()) {
            return;
        }
        try {
            keep.accept(all);
        } catch (RuntimeException failure) {
            // The store's: nothing is wrong with any of them, and the first waits for it on behalf of all.
            throw new BatchListenerFailedException("Not kept", failure, 0);
        }
    }
}
