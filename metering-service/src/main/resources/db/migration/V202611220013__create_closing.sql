create table closing (
  tenant       text        not null,
  id           uuid        not null,
  community    text        not null,
  from_day     date        not null,
  to_day       date        not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  state        text        not null check (state in ('REQUESTED', 'WAITING', 'CLOSED')),
  version      integer     not null check (version >= 0),
  waiting_for  jsonb       not null,
  requested_at timestamptz not null,
  primary key (tenant, id),
  check (to_day > from_day),
  check (state <> 'CLOSED' or version >= 1),
  exclude using gist
    (tenant with =, community with =, daterange(from_day, to_day) with &&)
);
comment on table closing is 'Periods of communities to be closed; periods of a community do not overlap.';
comment on column closing.to_day is 'First local date after the period.';
comment on column closing.state is 'As of the last computation; a row in closing_job makes it REQUESTED again.';
comment on column closing.version is 'Newest version; 0 before the first.';
alter table closing enable row level security;
alter table closing force row level security;
create policy tenant_only on closing using (tenant = current_setting('nachbarstrom.tenant', true));

create table closing_version (
  tenant           text        not null,
  closing          uuid        not null,
  version          integer     not null check (version >= 1),
  zone             text        not null,
  starts_at        timestamptz not null,
  ends_at          timestamptz not null,
  recorded_at      timestamptz not null,
  provisional      boolean     not null,
  inputs_sha256    text        not null check (inputs_sha256 ~ '^[0-9a-f]{64}$'),
  consumption      bigint      not null,
  allocated        bigint      not null,
  residual         bigint      not null,
  generation       bigint      not null,
  surplus          bigint      not null,
  primary key (tenant, closing, version),
  foreign key (tenant, closing) references closing,
  check (consumption = allocated + residual and generation = allocated + surplus)
);
comment on table closing_version is 'Results of a closing with control totals in 10^-6 kWh; rows are never changed.';
comment on column closing_version.recorded_at is 'Snapshot instant: everything recorded at or before it was used.';
comment on column closing_version.inputs_sha256 is 'Hash of keys, members and values used; the same inputs make no new version.';
alter table closing_version enable row level security;
alter table closing_version force row level security;
create policy tenant_only on closing_version using (tenant = current_setting('nachbarstrom.tenant', true));

create table closing_member (
  tenant           text    not null,
  closing          uuid    not null,
  version          integer not null,
  accounting_point text    not null,
  direction        text    not null check (direction in ('CONSUMPTION', 'GENERATION')),
  metered          bigint  not null check (metered >= 0),
  shared           bigint  not null check (shared between 0 and metered),
  primary key (tenant, closing, version, accounting_point),
  foreign key (tenant, closing, version) references closing_version
);
comment on table closing_member is 'Totals of a member in 10^-6 kWh.';
comment on column closing_member.metered is 'Consumption of a consumer, generation of a producer.';
comment on column closing_member.shared is 'Allocated to a consumer, used by consumers of a producer; the rest is residual or surplus.';
alter table closing_member enable row level security;
alter table closing_member force row level security;
create policy tenant_only on closing_member using (tenant = current_setting('nachbarstrom.tenant', true));

create table closing_exchange (
  tenant   text    not null,
  closing  uuid    not null,
  version  integer not null,
  consumer text    not null,
  producer text    not null,
  quantity bigint  not null check (quantity > 0),
  primary key (tenant, closing, version, consumer, producer),
  foreign key (tenant, closing, version) references closing_version
);
comment on table closing_exchange is 'Who supplied whom with how much, in 10^-6 kWh.';
alter table closing_exchange enable row level security;
alter table closing_exchange force row level security;
create policy tenant_only on closing_exchange using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger closing_version_is_append_only before update or delete on closing_version
  for each row execute function refuse_change();
create trigger closing_member_is_append_only before update or delete on closing_member
  for each row execute function refuse_change();
create trigger closing_exchange_is_append_only before update or delete on closing_exchange
  for each row execute function refuse_change();

create table closing_job (
  seq         bigint generated always as identity primary key,
  tenant      text   not null,
  closing     uuid   not null,
  traceparent text   not null
);
comment on table closing_job is 'Closings to be computed, of all tenants: several rows of one closing are one computation. Not under row-level security, because the worker finds here whose turn it is; it holds ids only.';
create index closing_job_by_closing on closing_job (tenant, closing);
