/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every version that became visible, in the order in which it did: what a perfect reader would know. */
public final class TruthLog {
    private final World world;
    private final TruthFile file;
    private final List<TruthEntry> entries = new ArrayList<>();
    private final Map<String, Map<String, List<TruthEntry>>> byAccount = new TreeMap<>();

    TruthLog(World world, TruthFile file) {
        this.world = world;
        this.file = file;
    }

    /** Called by services, inside a look at the world, when a version becomes visible. */
    public synchronized void record(TruthEntry entry) {
        entries.add(entry);
        byAccount
                .computeIfAbsent(entry.account(), account -> new TreeMap<>())
                .computeIfAbsent(entry.purchaseOrderNumber(), number -> new ArrayList<>(4))
                .add(entry);
        file.append(entry);
    }

    /** The newest visible version of each order of an account, by order number. */
    public Map<String, TruthEntry> latestVisible(String account) {
        world.settle();
        synchronized (this) {
            Map<String, TruthEntry> latest = new TreeMap<>();
            orders(account).forEach((number, versions) -> latest.put(number, versions.get(versions.size() - 1)));
            return latest;
        }
    }

    /** All visible versions of one order, oldest first; empty for an unknown order. */
    public List<TruthEntry> versions(String account, String purchaseOrderNumber) {
        world.settle();
        synchronized (this) {
            return List.copyOf(orders(account).getOrDefault(purchaseOrderNumber, List.of()));
        }
    }

    /** All visible versions of all orders, in the order in which they became visible. */
    public List<TruthEntry> entries() {
        world.settle();
        synchronized (this) {
            return List.copyOf(entries);
        }
    }

    private Map<String, List<TruthEntry>> orders(String account) {
        return byAccount.getOrDefault(account, Collections.emptyMap());
    }
}
