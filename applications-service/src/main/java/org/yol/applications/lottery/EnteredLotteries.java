package org.yol.applications.lottery;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yol.applications.log.EnteredDocuments;
import org.yol.applications.log.Statement;

/** Each step of each lottery, with its entry in the public log; and that who takes part is who was entered. */
@Component
class EnteredLotteries implements EnteredDocuments {

    private final Lotteries lotteries;

    EnteredLotteries(Lotteries lotteries) {
        this.lotteries = lotteries;
    }

    /** @throws IllegalStateException when a list in the store is not the one that was entered */
    @Override
    public void each(Consumer<Entered> found) {
        for (Lottery lottery : lotteries.all()) {
            lotteries.entrants(lottery.id());
            lottery.told().stream()
                    .map(Statement::of)
                    .forEach(statement ->
                            found.accept(new Entered("the lottery of call " + lottery.id(), statement.source())));
        }
    }
}
