-- SPDX-License-Identifier: Apache-2.0
-- What is remembered between polls. By hand: sqlite3 state.db "begin" ".read V1__poll_state.sql" "commit"
--
-- Times are counts of 100 nanoseconds since 1970-01-01T00:00:00Z: exact for every service (some give seven
-- digits), and the years 1 and 9999, which some services send for "none", still fit. To read one:
--   select name, datetime(paused_until / 10000000, 'unixepoch') from po_stream;

create table po_schema_version (version integer not null);

-- Rows are never deleted and epochs never fall: a poll that was frozen for a year still finds itself fenced off.
create table po_stream (
    id integer primary key,
    name text not null unique,              -- vendor/account/subscription
    owner text,
    epoch integer not null default 0,
    lease_until integer not null default 0,
    start_from integer,
    started_at integer,
    confirmed integer not null default 0,
    failures integer not null default 0,
    paused_until integer,
    pause_reason text,
    customers_listed integer                -- when the list of customers was last read, where there is one
);

-- With a rowid: order numbers come in no order, so pages of a clustered key would stay a third empty (513 bytes an
-- order over 10,000, against 470).
create table po_order (
    stream integer not null,
    number text not null,
    sequence integer not null,
    fingerprint blob,
    knowledge blob,
    last_updated integer,
    received_epoch integer,
    received_nanos integer,
    open integer not null,
    created integer,
    next_check integer,
    missing_since integer,
    intent_sequence integer,
    intent_fingerprint blob,
    intent_epoch integer,
    intent_nanos integer,
    intent_tries integer,
    intent_first_failed integer,
    intent_confirmed_then integer,
    intent_parked integer,
    changed_at integer not null,
    primary key (stream, number)
);
create index po_order_intended on po_order (stream, changed_at) where intent_parked = 0;
create index po_order_checked on po_order (stream, next_check) where next_check is not null;
create index po_order_finished on po_order (stream, changed_at) where open = 0;
create index po_order_open on po_order (stream, created) where open = 1;

-- Append-only; what is older than some days is rolled up into one row for each contiguous stretch.
create table po_coverage (
    id integer primary key,
    stream integer not null,
    coverage_key text not null,
    from_time integer not null,
    to_time integer not null,
    lookback integer not null,
    lost integer not null,
    epoch integer not null,
    began integer not null,
    closed integer not null,
    pages integer not null,
    orders integer not null,
    told integer not null,
    parked integer not null,
    rolled_up integer not null
);
create index po_coverage_closed on po_coverage (stream, coverage_key, closed);

create table po_queue (
    stream integer not null,
    number text not null,
    since integer not null,
    primary key (stream, number)
) without rowid;

-- Where orders are shown customer by customer: when the last complete look at each began, 0 if there was none.
create table po_customer (
    stream integer not null,
    customer text not null,
    looked integer not null,
    primary key (stream, customer)
) without rowid;

create table po_parked (
    stream integer not null,
    number text not null,
    sequence integer not null,
    since integer not null,
    tries integer not null,
    cause text,
    document text,
    primary key (stream, number)
);

insert into po_schema_version (version) values (1);
