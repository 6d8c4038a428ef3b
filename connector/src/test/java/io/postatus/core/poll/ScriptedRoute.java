/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.PurchaseOrderChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A route that a test answers for. Unless told otherwise every exchange completes well, on the thread that hands it over. */
final class ScriptedRoute implements Teller {
    /** Takes a change and keeps its exchange under way. */
    static final Consumer<Told> BUSY = told -> {};

    /** Gives the thread back, as routes with {@code seda} do, and keeps the exchange under way. */
    static final Consumer<Told> ELSEWHERE = told -> told.receipt().taken();

    static final Consumer<Told> FAILS = told -> told.ends(Outcome.failed("no"));

    static final Consumer<Told> CONFIRMS = told -> told.ends(Outcome.CONFIRMED);

    final List<Told> told = new ArrayList<>();
    Consumer<Told> answering = CONFIRMS;

    record Told(PurchaseOrderChange change, Receipt receipt) {
        void ends(Outcome outcome) {
            receipt.completed(outcome);
            receipt.taken();
        }

        String number() {
            return change.current().purchaseOrderNumber();
        }
    }

    @Override
    public void tell(PurchaseOrderChange change, Receipt receipt) {
        Told next = new Told(change, receipt);
        told.add(next);
        answering.accept(next);
    }

    Told last() {
        return told.get(told.size() - 1);
    }

    /** What was told, as "number word sequence". */
    List<String> story() {
        return told.stream()
                .map(each -> each.number() + " " + each.change().current().vendorStatus() + " "
                        + each.change().sequence())
                .toList();
    }
}
