-- Gateways to which staff have nothing more handed; answers and receipts go on. Lasts over a restart.
create table gateway_drain (
  gateway text collate "C" primary key,
  since   bigint not null,
  by      text not null,
  note    text not null
);
