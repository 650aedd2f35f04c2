create table snapshot_horizon (
  tenant       text        not null primary key,
  frozen_until timestamptz not null
);
comment on table snapshot_horizon is 'Latest snapshot instant taken; everything recorded later gets a later instant.';
alter table snapshot_horizon enable row level security;
alter table snapshot_horizon force row level security;
create policy tenant_only on snapshot_horizon using (tenant = current_setting('nachbarstrom.tenant', true));

create table series (
  tenant            text        not null,
  accounting_point  text        not null,
  direction         text        not null check (direction in ('CONSUMPTION', 'GENERATION')),
  first_received_at timestamptz not null,
  last_received_at  timestamptz not null,
  primary key (tenant, accounting_point, direction)
);
comment on table series is 'Series of quarter-hour values by accounting point, declared or not, and direction.';
comment on column series.direction is 'CONSUMPTION: withdrawn from the grid (OBIS C 1), GENERATION: fed in (OBIS C 2).';
alter table series enable row level security;
alter table series force row level security;
create policy tenant_only on series using (tenant = current_setting('nachbarstrom.tenant', true));

create table series_day_block (
  tenant           text        not null,
  accounting_point text        not null,
  direction        text        not null,
  utc_day          date        not null,
  version          integer     not null check (version >= 1),
  quantities       bigint[]    not null check (cardinality(quantities) = 96 and 0 <= all (quantities)),
  qualities        text        not null check (qualities ~ '^[MSPRUFX.]{96}$'),
  recorded_at      timestamptz not null,
  message_time     timestamptz not null,
  received_at      timestamptz not null,
  reference        text        not null,
  primary key (tenant, accounting_point, direction, utc_day, version),
  foreign key (tenant, accounting_point, direction) references series
);
comment on table series_day_block is 'Values of a series on a UTC day, one row per version; rows are never changed.';
comment on column series_day_block.quantities is 'Energy per quarter-hour from 00:00 UTC in 10^-6 kWh; 0 where the quality is a dot.';
comment on column series_day_block.qualities is 'One letter per quarter-hour: M measured, S substitute, P provisional, R proposed, U unusable, F forecast, X missing, dot nothing received.';
comment on column series_day_block.recorded_at is 'Since when this version is known; a snapshot reads the newest version recorded at or before it.';
comment on column series_day_block.reference is 'Sender, interchange and message that made this version.';
alter table series_day_block enable row level security;
alter table series_day_block force row level security;
create policy tenant_only on series_day_block using (tenant = current_setting('nachbarstrom.tenant', true));

create table series_day_state (
  tenant           text          not null,
  accounting_point text          not null,
  direction        text          not null,
  utc_day          date          not null,
  version          integer       not null,
  origin_of        smallint[]    not null check (cardinality(origin_of) = 96),
  message_times    timestamptz[] not null,
  received_ats     timestamptz[] not null,
  origin_refs      text[]        not null,
  primary key (tenant, accounting_point, direction, utc_day),
  foreign key (tenant, accounting_point, direction, utc_day, version) references series_day_block
);
comment on table series_day_state is 'Newest version of a day and the message each of its values came from.';
comment on column series_day_state.origin_of is 'Per quarter-hour the index, from 0, into the three arrays that follow; -1 where nothing was received.';
alter table series_day_state enable row level security;
alter table series_day_state force row level security;
create policy tenant_only on series_day_state using (tenant = current_setting('nachbarstrom.tenant', true));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end $$;
create trigger series_day_block_is_append_only before update or delete on series_day_block
  for each row execute function refuse_change();
