-- What customers wrote to us: the words under their own key, beside the event in the journal that holds none.
create table reply (
  shard    smallint not null,
  account  text collate "C" not null,
  time     bigint not null,
  source   text not null,
  id       text not null,
  text_enc bytea,
  primary key (shard, account, time, source, id)
);
-- They go with the journal's days.
create index reply_time on reply (time);
