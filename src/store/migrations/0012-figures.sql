-- What happened, per Beijing day, touchpoint, rule and channel (NF-02): written by the turn in the same transaction as
-- the rows that it counts, so that a day's figures are read without them. Names: see store/figure.ts.
create table figure (
  day        integer not null,
  touchpoint text collate "C" not null,
  rule       text collate "C" not null,
  channel    text collate "C" not null,
  name       text collate "C" not null,
  count      bigint not null,
  primary key (day, touchpoint, rule, channel, name)
) with (fillfactor = 30);

-- From when a message might first leave: what rest hours held is no delay. Of rows of before, the trail tells.
alter table reminder add column leaves_at bigint;

-- What the rows of before tell. By which channel a reminder was planned they do not say: by that of its first attempt.
insert into figure (day, touchpoint, rule, channel, name, count)
select (at + 28800000) / 86400000, touchpoint, rule, channel, name, sum(n)::bigint
from (
  select r.touchpoint, r.rule, r.planned_at as at, coalesce(first.channel, r.channel) as channel, 'triggered' as name, 1 as n
  from reminder r
  left join attempt first on first.shard = r.shard and first.account = r.account and first.id = r.id || '#1'
  union all
  select touchpoint, rule, concluded_at, channel, case state
      when 'withheld' then 'withheld/' || coalesce(reason, 'none')
      when 'delivered' then 'delivered/' || (array['1000','2000','3000','5000','7000','10000','15000','20000','30000','45000',
        '60000','120000','300000','600000','1200000','1800000','3600000','7200000','14400000','28800000','43200000',
        '86400000','more'])[width_bucket(
          concluded_at - greatest(planned_at, (('[' || trail || ']')::json -> 0 ->> 4)::bigint),
          array[1000,2000,3000,5000,7000,10000,15000,20000,30000,45000,60000,120000,300000,600000,1200000,1800000,3600000,
            7200000,14400000,28800000,43200000,86400000]::bigint[]) + 1]
      else state end, 1
  from reminder where concluded_at is not null
  union all
  select r.touchpoint, r.rule, a.decided_at, a.channel, 'attempts', 1
  from attempt a join reminder r on r.shard = a.shard and r.account = a.account and r.id = a.reminder
  union all
  select r.touchpoint, r.rule, a.decided_at, a.channel, 'sent', 1
  from attempt a join reminder r on r.shard = a.shard and r.account = a.account and r.id = a.reminder
  where a.id = r.id || '#1'
  union all
  select r.touchpoint, r.rule, a.decided_at, a.channel, 'parts', a.parts
  from attempt a join reminder r on r.shard = a.shard and r.account = a.account and r.id = a.reminder
) as counted
group by 1, 2, 3, 4, 5;
