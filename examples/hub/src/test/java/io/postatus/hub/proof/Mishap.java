/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

/** What befalls a hub, its network, its disk or its database. */
enum Mishap {
    KILLED("kill -9 of the hub"),
    KILLED_EARLY("kill -9 of the hub while it starts"),
    FROZEN("hub frozen and thawed (SIGSTOP, SIGCONT)"),
    SERVICE_CUT("service: answers cut off"),
    SERVICE_DRIPS("service: slow drip"),
    SERVICE_LATE("service: late"),
    SERVICE_SILENT("service: black hole"),
    SERVICE_RESETS("service: resets"),
    DATABASE_CUT("database: answers cut off"),
    DATABASE_DRIPS("database: slow drip"),
    DATABASE_LATE("database: late"),
    DATABASE_SILENT("database: black hole"),
    DATABASE_RESETS("database: resets"),
    DATABASE_KILLED("database: kill -9 and restart"),
    DISK_FULL("disk full");

    private final String text;

    Mishap(String text) {
        this.text = text;
    }

    boolean isKill() {
        return this == KILLED || this == KILLED_EARLY;
    }

    boolean isOfDatabase() {
        return name().startsWith("DATABASE_");
    }

    @Override
    public String toString() {
        return text;
    }
}
