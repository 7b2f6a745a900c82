-- People who are no customers and are told of arrears (TP9-04): their numbers, under the key of the account that names them.
-- Not in line_directory, so that no fact about such a number ever becomes one about that account.
create table contact_person (
  shard       smallint not null,
  account     text collate "C" not null,
  recipient   text collate "C" not null,
  number_hash bytea not null,
  number_enc  bytea not null,
  primary key (shard, account, recipient)
);
-- For the allow-list, which holds numbers.
create index contact_person_number on contact_person (number_hash);
