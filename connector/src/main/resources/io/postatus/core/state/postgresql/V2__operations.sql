-- SPDX-License-Identifier: Apache-2.0
-- What people ask a stream to do: tell orders again, read a range. By hand, after V1: psql --single-transaction -v ON_ERROR_STOP=1 -f V2__operations.sql

-- The run of the replay that has an order told again, which stands in its event.
alter table po_order add column intent_replay text;
alter table po_queue add column replay text;

-- How far a range is read says po_coverage.
create table po_backfill (
    stream bigint not null,
    from_time bigint not null,
    to_time bigint not null,
    requested bigint not null,
    primary key (stream, from_time, to_time)
);

insert into po_schema_version (version) values (2);
