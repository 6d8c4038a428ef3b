-- SPDX-License-Identifier: Apache-2.0
-- What people ask a stream to do: tell orders again, read a range. By hand, after V1: sqlite3 state.db "begin" ".read V2__operations.sql" "commit"

-- The run of the replay that has an order told again, which stands in its event.
alter table po_order add column intent_replay text;
alter table po_queue add column replay text;

-- How far a range is read says po_coverage.
create table po_backfill (
    stream integer not null,
    from_time integer not null,
    to_time integer not null,
    requested integer not null,
    primary key (stream, from_time, to_time)
) without rowid;

insert into po_schema_version (version) values (2);
