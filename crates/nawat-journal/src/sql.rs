//! Every SQL statement, by name.

/// `events` is the truth; `heads` repeats the last event of each stream, so that a cut tail shows and an
/// append finds its place with one look. `command_keys` is forgotten after a day. What follows is derived,
/// and `rebuild` makes it anew.
pub const SCHEMA: &str = "
create table if not exists events (
    stream text not null,
    seq integer not null check (seq > 0),
    recorded integer not null,
    effective integer not null,
    payload text not null,
    hash blob not null check (length(hash) = 32),
    unique (stream, seq),
    primary key (stream, seq)
) without rowid;
create table if not exists heads (
    stream text not null primary key,
    seq integer not null,
    recorded integer not null,
    hash blob not null
) without rowid;
create table if not exists command_keys (
    centre text not null,
    key text not null,
    at integer not null,
    request blob not null,
    stream text not null,
    first integer not null,
    count integer not null,
    primary key (centre, key)
) without rowid;
create index if not exists command_keys_at on command_keys (at);
";

/// Read models: one row a visit with all its times, one row a closed day.
pub const READ_MODELS: &str = "
create table if not exists visits (
    centre text not null,
    day text not null,
    visit integer not null,
    synthetic integer not null,
    series integer not null,
    number integer not null,
    lease integer,
    reference text not null,
    person text,
    segment integer not null,
    party integer not null,
    channel text not null,
    appointment integer,
    place text not null,
    ending text,
    arrived integer not null,
    ready integer not null,
    first_called integer,
    later_wait integer not null,
    ended integer,
    referred integer not null,
    calls integer not null,
    service integer not null,
    main_service integer,
    outcome integer,
    steps text not null,
    primary key (centre, day, visit)
) without rowid;
create table if not exists summaries (
    centre text not null,
    day text not null,
    summary blob not null,
    primary key (centre, day)
) without rowid;
";

pub const DROP_READ_MODELS: &str = "drop table if exists visits; drop table if exists summaries;";

pub const HEAD: &str = "select seq, recorded, hash from heads where stream = ?1";
pub const MOVE_HEAD: &str = "
    update heads set seq = ?2, recorded = ?3, hash = ?4 where stream = ?1 and seq = ?5 and hash = ?6";
pub const FIRST_HEAD: &str = "
    insert into heads (stream, seq, recorded, hash) values (?1, ?2, ?3, ?4) on conflict do nothing";
pub const INSERT_EVENT: &str = "
    insert into events (stream, seq, recorded, effective, payload, hash) values (?1, ?2, ?3, ?4, ?5, ?6)";
pub const READ_EVENTS: &str = "
    select seq, recorded, effective, payload, hash from events where stream = ?1 and seq >= ?2 order by seq";
pub const STREAMS: &str = "
    select stream, seq, recorded, hash from heads where stream >= ?1 and stream < ?2 order by stream";
pub const LAST_STREAM: &str = "
    select stream, seq, recorded, hash from heads where stream >= ?1 and stream < ?2
    order by stream desc limit 1";
/// Leaps from one stream to the next instead of reading every event.
pub const STREAMS_OF_EVENTS: &str = "
    with recursive leap (stream) as (
        select min(stream) from events
        union all
        select (select min(stream) from events where stream > leap.stream) from leap
        where leap.stream is not null)
    select stream from leap where stream is not null";

pub const KEY: &str = "
    select request, stream, first, count from command_keys where centre = ?1 and key = ?2";
pub const INSERT_KEY: &str = "
    insert into command_keys (centre, key, at, request, stream, first, count)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing";
pub const FORGET_KEYS: &str = "delete from command_keys where at < ?1";

pub const PUT_VISIT: &str = "
    insert or replace into visits (centre, day, visit, synthetic, series, number, lease, reference, person,
        segment, party, channel, appointment, place, ending, arrived, ready, first_called, later_wait, ended,
        referred, calls, service, main_service, outcome, steps)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
        ?22, ?23, ?24, ?25, ?26)";
pub const READ_VISITS: &str = "
    select visit, synthetic, series, number, lease, reference, person, segment, party, channel, appointment,
        place, ending, arrived, ready, first_called, later_wait, ended, referred, calls, service,
        main_service, outcome, steps, day
    from visits where centre = ?1 and day >= ?2 and day <= ?3 order by day, visit";
pub const PUT_SUMMARY: &str = "insert or replace into summaries (centre, day, summary) values (?1, ?2, ?3)";
pub const READ_SUMMARIES: &str = "
    select day, summary from summaries where centre = ?1 and day >= ?2 and day <= ?3 order by day";
pub const READ_MODEL_DAYS: &str = "
    select centre, day from visits union select centre, day from summaries order by centre, day";

/// Statements that run while a hall is open.
pub const WHILE_OPEN: [&str; 14] = [
    HEAD,
    MOVE_HEAD,
    FIRST_HEAD,
    INSERT_EVENT,
    READ_EVENTS,
    STREAMS,
    LAST_STREAM,
    KEY,
    INSERT_KEY,
    FORGET_KEYS,
    PUT_VISIT,
    READ_VISITS,
    PUT_SUMMARY,
    READ_SUMMARIES,
];
