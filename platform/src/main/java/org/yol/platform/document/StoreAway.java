package org.yol.platform.document;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.Set;

/** Tells a store that does not answer from one that refuses: what was asked of the former may be asked again. */
public final class StoreAway {

    private static final Set<Class<? extends MongoException>> KINDS = Set.of(
            MongoConnectionPoolClearedException.class,
            MongoNodeIsRecoveringException.class,
            MongoNotPrimaryException.class,
            MongoServerUnavailableException.class,
            MongoSocketException.class,
            MongoTimeoutException.class);

    private StoreAway() {}

    /** Whether something failed, at whatever depth, because the store was away. */
    public static boolean isCauseOf(Throwable failure) {
        return failure != null
                && (KINDS.stream().anyMatch(kind -> kind.isInstance(failure)) || isCauseOf(failure.getCause()));
    }
}
