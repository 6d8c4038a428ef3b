/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.TimeWindow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of the orders. */
final class OrderRows {
    private static final HexFormat HEX = HexFormat.of();

    private static final String SAVE = "insert into po_order (stream, number, sequence, fingerprint, knowledge,"
            + " last_updated, received_epoch, received_nanos, open, created, next_check, missing_since, intent_sequence,"
            + " intent_fingerprint, intent_epoch, intent_nanos, intent_tries, intent_first_failed, intent_confirmed_then,"
            + " intent_parked, intent_replay, changed_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (stream, number) do update set sequence = excluded.sequence,"
            + " fingerprint = excluded.fingerprint, knowledge = excluded.knowledge,"
            + " last_updated = excluded.last_updated, received_epoch = excluded.received_epoch,"
            + " received_nanos = excluded.received_nanos, open = excluded.open, created = excluded.created,"
            + " next_check = excluded.next_check, missing_since = excluded.missing_since,"
            + " intent_sequence = excluded.intent_sequence, intent_fingerprint = excluded.intent_fingerprint,"
            + " intent_epoch = excluded.intent_epoch, intent_nanos = excluded.intent_nanos,"
            + " intent_tries = excluded.intent_tries, intent_first_failed = excluded.intent_first_failed,"
            + " intent_confirmed_then = excluded.intent_confirmed_then, intent_parked = excluded.intent_parked,"
            + " intent_replay = excluded.intent_replay,"
            + " changed_at = case when po_order.sequence = excluded.sequence and po_order.open = excluded.open"
            + " and po_order.fingerprint is not distinct from excluded.fingerprint"
            + " then po_order.changed_at else excluded.changed_at end";
    private static final String FIND = "select * from po_order where stream = ? and number in (";
    private static final String OPEN =
            "select number from po_order where stream = ? and open = 1 and created >= ? and created < ? order by created, number";
    private static final String DUE = "select wanted.number as wanted, po_order.* from ("
            + "select number, min(since) as since from ("
            + "select number, changed_at as since from po_order where stream = ? and intent_parked = 0"
            + " union all"
            + " select number, next_check from po_order where stream = ? and next_check <= ?"
            + " union all"
            + " select number, since from po_queue where stream = ? and replay is null"
            + ") as reasons group by number order by min(since), number limit ?"
            + ") as wanted left join po_order on po_order.stream = ? and po_order.number = wanted.number"
            + " order by wanted.since, wanted.number";

    private static final String WATCHED =
            "select number from po_order where stream = ? and next_check <= ? and open = 1"
                    + " and fingerprint is not null and intent_sequence is null and missing_since is null"
                    + " order by next_check, number limit ?";

    private static final String CHANGED = "select number from po_order where stream = ? and fingerprint is not null"
            + " and changed_at >= ? and changed_at < ? order by changed_at, number";

    private static final String FORGET =
            "update po_order set fingerprint = null, knowledge = null, last_updated = null,"
                    + " received_epoch = null, received_nanos = null, open = 0, created = null, next_check = null,"
                    + " missing_since = null, intent_sequence = null, intent_fingerprint = null, intent_epoch = null,"
                    + " intent_nanos = null, intent_tries = null, intent_first_failed = null, intent_confirmed_then = null,"
                    + " intent_parked = null, intent_replay = null where stream = ?";

    private static final String FINISHED =
            "stream = ? and changed_at < ? and open = 0 and intent_sequence is null and next_check is null";
    private static final String DROP_FINISHED = "delete from po_order where " + FINISHED;
    private static final String PRUNE =
            "update po_order set knowledge = null where " + FINISHED + " and knowledge is not null";

    private OrderRows() {}

    static void save(Connection connection, long stream, Collection<OrderState> orders, long now) throws SQLException {
        Rows.batch(connection, SAVE, orders, order -> values(stream, order, now));
    }

    static Map<String, OrderState> find(Connection connection, long stream, List<String> numbers) throws SQLException {
        Map<String, OrderState> found = new LinkedHashMap<>();
        Rows.in(connection, FIND, stream, numbers, OrderRows::order).forEach(order -> found.put(order.id(), order));
        return found;
    }

    static List<OrderState> due(Connection connection, long stream, Instant now, int most) throws SQLException {
        return Rows.query(connection, DUE, OrderRows::due, stream, stream, now, stream, most, stream);
    }

    static List<String> open(Connection connection, long stream, TimeWindow created) throws SQLException {
        return Rows.query(connection, OPEN, row -> row.getString("number"), stream, created.from(), created.to());
    }

    static List<String> watched(Connection connection, long stream, Instant until, int most) throws SQLException {
        return Rows.query(connection, WATCHED, row -> row.getString(1), stream, until, most);
    }

    static List<String> changed(Connection connection, long stream, TimeWindow when) throws SQLException {
        return Rows.query(connection, CHANGED, row -> row.getString(1), stream, when.from(), when.to());
    }

    /** What an order was is forgotten, its counter is not. */
    static void forget(Connection connection, long stream) throws SQLException {
        Rows.update(connection, FORGET, stream);
    }

    static void prune(Connection connection, long stream, Instant finishedBefore, Instant unshownSince)
            throws SQLException {
        Rows.update(connection, DROP_FINISHED, stream, unshownSince);
        Rows.update(connection, PRUNE, stream, finishedBefore);
    }

    private static Object[] values(long stream, OrderState order, long now) {
        LastKnown known = order.lastKnown();
        Intent intent = order.intent();
        return new Object[] {
            stream,
            order.id(),
            order.sequence(),
            known == null ? null : HEX.parseHex(known.fingerprint()),
            known == null || known.knowledge() == null ? null : KnowledgeCodec.encode(known.knowledge()),
            known == null ? null : known.lastUpdated(),
            known == null ? null : known.received().epoch(),
            known == null ? null : known.received().nanos(),
            order.open() ? 1 : 0,
            order.created(),
            order.nextCheck(),
            order.missingSince(),
            intent == null ? null : intent.sequence(),
            intent == null ? null : HEX.parseHex(intent.fingerprint()),
            intent == null ? null : intent.received().epoch(),
            intent == null ? null : intent.received().nanos(),
            intent == null ? null : intent.tries(),
            intent == null ? null : intent.firstFailed(),
            intent == null ? null : intent.confirmedThen(),
            intent == null ? null : intent.parked() ? 1 : 0,
            intent == null ? null : intent.replay(),
            now
        };
    }

    private static OrderState due(ResultSet row) throws SQLException {
        return row.getString("number") == null ? OrderState.unknown(row.getString("wanted")) : order(row);
    }

    private static OrderState order(ResultSet row) throws SQLException {
        return new OrderState(
                row.getString("number"),
                row.getLong("sequence"),
                lastKnown(row),
                intent(row),
                row.getInt("open") == 1,
                Rows.instant(row, "created"),
                Rows.instant(row, "next_check"),
                Rows.instant(row, "missing_since"));
    }

    private static LastKnown lastKnown(ResultSet row) throws SQLException {
        byte[] fingerprint = row.getBytes("fingerprint");
        byte[] knowledge = row.getBytes("knowledge");
        return fingerprint == null
                ? null
                : new LastKnown(
                        HEX.formatHex(fingerprint),
                        knowledge == null ? null : KnowledgeCodec.decode(knowledge),
                        Rows.instant(row, "last_updated"),
                        new Mark(row.getLong("received_epoch"), row.getLong("received_nanos")));
    }

    private static Intent intent(ResultSet row) throws SQLException {
        byte[] fingerprint = row.getBytes("intent_fingerprint");
        return fingerprint == null
                ? null
                : new Intent(
                        row.getLong("intent_sequence"),
                        HEX.formatHex(fingerprint),
                        new Mark(row.getLong("intent_epoch"), row.getLong("intent_nanos")),
                        row.getInt("intent_tries"),
                        Rows.instant(row, "intent_first_failed"),
                        row.getLong("intent_confirmed_then"),
                        row.getInt("intent_parked") == 1,
                        row.getString("intent_replay"));
    }
}
