/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

/** Notes inside the database which hub began which epoch, and which one wrote in it. */
record Witness(Database database) {
    private static final String NOTEBOOK =
            """
            create table witness_epoch (epoch bigint primary key, hub text not null);
            create table witness_write (epoch bigint not null, hub text not null);
            create function witness_epoch() returns trigger language plpgsql as $$
                begin
                    insert into witness_epoch values (new.epoch, split_part(current_setting('application_name'), ' in ', 2));
                    return null;
                end $$;
            create function witness_write() returns trigger language plpgsql as $$
                begin
                    insert into witness_write select epoch, split_part(current_setting('application_name'), ' in ', 2) from po_stream;
                    return null;
                end $$;
            create trigger witness_epoch after update of epoch on po_stream
                for each row when (new.epoch <> old.epoch) execute function witness_epoch();
            create trigger witness_write after insert or update or delete on po_order
                for each statement execute function witness_write();
            create trigger witness_write after insert or update or delete on po_coverage
                for each statement execute function witness_write();
            """;

    static Witness in(Database database) {
        database.run(NOTEBOOK);
        return new Witness(database);
    }

    /** The hub that polls the stream now, null if none does. */
    String holder() {
        return database.ask("select hub from po_stream join witness_epoch using (epoch) where owner is not null");
    }

    long epoch() {
        return Long.parseLong(database.ask("select coalesce(max(epoch), 0) from witness_epoch"));
    }

    /** Whether that hub has begun an epoch after the given one. */
    boolean hasBegunAfter(String hub, long epoch) {
        return database.ask("select 1 from witness_epoch where hub = '" + hub + "' and epoch > " + epoch) != null;
    }

    long writes() {
        return Long.parseLong(database.ask("select count(*) from witness_write"));
    }

    /** Writes in an epoch by another hub than the one that began it. */
    long staleWrites() {
        return Long.parseLong(database.ask(
                "select count(*) from witness_write w join witness_epoch e using (epoch)" + " where w.hub <> e.hub"));
    }
}
