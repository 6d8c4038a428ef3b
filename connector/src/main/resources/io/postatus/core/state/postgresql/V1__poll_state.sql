-- SPDX-License-Identifier: Apache-2.0
-- What is remembered between polls. By hand: psql --single-transaction -v ON_ERROR_STOP=1 -f V1__poll_state.sql
-- The tables are built in the first schema of the search path.
--
-- Times are counts of 100 nanoseconds since 1970-01-01T00:00:00Z: exact for every service (some give seven
-- digits), and the years 1 and 9999, which some services send for "none", still fit. To read one:
--   select name, to_timestamp(paused_until / 10000000) from po_stream;
--
-- Text is ordered by its bytes (collate "C"): the same on every server, and an upgrade of its operating system
-- breaks no index.

create table po_schema_version (version integer not null);

-- Rows are never deleted and epochs never fall: a poll that was frozen for a year still finds itself fenced off.
create table po_stream (
    id bigint generated always as identity primary key,
    name text collate "C" not null unique,  -- vendor/account/subscription
    owner text,
    epoch bigint not null default 0,
    lease_until bigint not null default 0,
    start_from bigint,
    started_at bigint,
    confirmed bigint not null default 0,
    failures integer not null default 0,
    paused_until bigint,
    pause_reason text,
    customers_listed bigint                 -- when the list of customers was last read, where there is one
);

create table po_order (
    stream bigint not null,
    number text collate "C" not null,
    sequence bigint not null,
    fingerprint bytea,
    knowledge bytea,
    last_updated bigint,
    received_epoch bigint,
    received_nanos bigint,
    open integer not null,
    created bigint,
    next_check bigint,
    missing_since bigint,
    intent_sequence bigint,
    intent_fingerprint bytea,
    intent_epoch bigint,
    intent_nanos bigint,
    intent_tries integer,
    intent_first_failed bigint,
    intent_confirmed_then bigint,
    intent_parked integer,
    changed_at bigint not null,
    primary key (stream, number)
);
create index po_order_intended on po_order (stream, changed_at) where intent_parked = 0;
create index po_order_checked on po_order (stream, next_check) where next_check is not null;
create index po_order_finished on po_order (stream, changed_at) where open = 0;
create index po_order_open on po_order (stream, created) where open = 1;

-- Append-only; what is older than some days is rolled up into one row for each contiguous stretch.
create table po_coverage (
    id bigint generated always as identity primary key,
    stream bigint not null,
    coverage_key text not null,
    from_time bigint not null,
    to_time bigint not null,
    lookback bigint not null,
    lost integer not null,
    epoch bigint not null,
    began bigint not null,
    closed bigint not null,
    pages integer not null,
    orders integer not null,
    told integer not null,
    parked integer not null,
    rolled_up integer not null
);
create index po_coverage_closed on po_coverage (stream, coverage_key, closed);

create table po_queue (
    stream bigint not null,
    number text collate "C" not null,
    since bigint not null,
    primary key (stream, number)
);

-- Where orders are shown customer by customer: when the last complete look at each began, 0 if there was none.
create table po_customer (
    stream bigint not null,
    customer text collate "C" not null,
    looked bigint not null,
    primary key (stream, customer)
);

create table po_parked (
    stream bigint not null,
    number text collate "C" not null,
    sequence bigint not null,
    since bigint not null,
    tries integer not null,
    cause text,
    document text,
    primary key (stream, number)
);

insert into po_schema_version (version) values (1);
