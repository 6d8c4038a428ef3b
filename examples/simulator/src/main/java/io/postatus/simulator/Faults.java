/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The switchboard of faults. */
public final class Faults {
    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
    private final List<Fault> usual = new CopyOnWriteArrayList<>();
    private final Random random;

    Faults(long seed) {
        this.random = new Random(seed);
    }

    /** The fault strikes the next fitting occasion; {@link FaultRule#times} makes it several. */
    public FaultRule next(Fault fault) {
        return add(new FaultRule(fault, 1));
    }

    /** The fault strikes every fitting occasion until it is switched off. */
    public FaultRule always(Fault fault) {
        return add(new FaultRule(fault, Long.MAX_VALUE));
    }

    /** Switches one fault off. */
    public void off(Fault fault) {
        rules.removeIf(rule -> rule.fault() == fault);
    }

    /** Back to what the builder said. */
    public void clear() {
        rules.clear();
        usual.forEach(this::always);
    }

    /** The rule that strikes on this occasion; asking uses it up. */
    public Optional<FaultRule> striking(Fault fault, Occasion occasion) {
        for (FaultRule rule : rules) {
            if (rule.fault() == fault && rule.strikes(occasion, random)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Whether the fault strikes on this occasion; asking uses it up. */
    public boolean strikes(Fault fault, Occasion occasion) {
        return striking(fault, occasion).isPresent();
    }

    void usually(Fault fault) {
        usual.add(fault);
        always(fault);
    }

    private FaultRule add(FaultRule rule) {
        rules.add(rule);
        return rule;
    }
}
