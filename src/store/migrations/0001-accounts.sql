-- Accounts, the fence, and who is behind a number (design §5, State).
--
-- Ids are compared byte by byte (collate "C"): the same order on every server, and cheaper.
-- Times are epoch milliseconds. Every account table's key begins with the shard.

-- The fence: each commit does turn + 1 where epoch and turn are those it knows. 256 rows that change with
-- every turn: pages are left nine tenths empty so that updates stay within their page (HOT).
create table shard (
  shard smallint primary key check (shard between 0 and 255),
  epoch integer not null,
  turn  bigint not null
) with (fillfactor = 10);

insert into shard (shard, epoch, turn) select s, 0, 0 from generate_series(0, 255) as s;

-- Changes on orders. The turn is the last one that the row contains.
create table account_cold (
  shard   smallint not null,
  account text collate "C" not null,
  turn    bigint not null,
  state   text not null,
  primary key (shard, account)
);

-- Changes on usage.
create table account_hot (
  shard   smallint not null,
  account text collate "C" not null,
  turn    bigint not null,
  state   text not null,
  primary key (shard, account)
) with (fillfactor = 70);

-- Which line a number meant at a moment: the latest entry not after it. The hash is a keyed one (HMAC), so
-- that nobody finds numbers by trying them; the number itself is under its customer's key.
create table line_directory (
  number_hash bytea not null,
  since       bigint not null,
  shard       smallint not null,
  account     text collate "C" not null,
  line        text collate "C" not null,
  number_enc  bytea not null,
  primary key (number_hash, since)
);
create index line_directory_line on line_directory (shard, account, line, since);

-- A data key per customer, wrapped by the master key named by key_id. Erasing a person deletes this row:
-- whatever was encrypted under the key is then noise.
create table person (
  shard    smallint not null,
  account  text collate "C" not null,
  key_id   text not null,
  key_enc  bytea not null,
  name_enc bytea,
  primary key (shard, account)
);
