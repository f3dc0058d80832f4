package org.yol.applications.award;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.applications.award.Certificate.Status;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;

/**
 * Which bits of the status lists are taken, in whatever country their certificates lie. A place is drawn by lot, so
 * that nobody sees from it when a certificate was issued, or beside which; that it is given once, the store says by its
 * id.
 */
@Component
class StatusPlaces {

    /** Draws from one list before the next one is tried: so lists fill up to nine tenths and more. */
    private static final int DRAWS = 8;

    private final FinalDocuments<StatusPlace> places;
    private final SecureRandom random = new SecureRandom();

    StatusPlaces(AggregateCollections collections) {
        this.places = collections.openFinal("status-places", StatusPlace.class, List.of());
    }

    /** A place that nobody has. One that is taken and then not used, because a process dies, is lost. */
    Status take() {
        for (int draw = 0; ; draw++) {
            Status status = new Status(1 + draw / DRAWS, random.nextInt(StatusList.LENGTH), false);
            if (places.keep(new StatusPlace(status.list() + "/" + status.index()))) {
                return status;
            }
        }
    }
}
