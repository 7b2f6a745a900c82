-- People who were erased: who did it, when, why, and how much went; of the person only the account's id. Rows are
-- added and never changed.
create table erasure (
  seq      bigint generated always as identity primary key,
  shard    smallint not null,
  account  text collate "C" not null,
  at       bigint not null,
  by       text not null,
  reason   text not null,
  numbers  integer not null,
  texts    integer not null,
  withheld integer not null,
  events   integer not null
);
create index erasure_account on erasure (shard, account);

create function erasure_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the list of erasures is only added to';
end $$;
create trigger erasure_stays before update or delete on erasure
  for each statement execute function erasure_stays();
