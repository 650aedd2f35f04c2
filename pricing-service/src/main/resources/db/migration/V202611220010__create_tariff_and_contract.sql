-- Row-level security: every table of this service shows the rows of one tenant, the one of the setting nachbarstrom.tenant.

create extension if not exists btree_gist;

create table tariff_version (
  number      bigint      generated always as identity primary key,
  tenant      text        not null,
  tariff      text        not null check (tariff ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  name        text        not null check (name <> ''),
  current     boolean     not null,
  recorded_at timestamptz not null
);
create unique index tariff_version_one_current on tariff_version (tenant, tariff) where current;
comment on table tariff_version is 'Every version of every tariff; never changed but for "current".';
alter table tariff_version enable row level security;
alter table tariff_version force row level security;
create policy tenant on tariff_version using (tenant = current_setting('nachbarstrom.tenant', true));

create table tariff_component (
  tenant      text          not null,
  version     bigint        not null references tariff_version (number),
  kind        text          not null check (kind in ('BASE_FEE', 'RESIDUAL_ENERGY', 'SHARED_ENERGY', 'SURPLUS_ENERGY')),
  price       numeric       not null check (scale(price) <= 8),
  vat_percent numeric       not null check (vat_percent between 0 and 100),
  valid       daterange     not null check (not isempty(valid) and lower(valid) is not null),
  constraint tariff_component_one_price_a_day
    exclude using gist (version with =, kind with =, valid with &&)
);
comment on table tariff_component is 'Dated net prices of a tariff version.';
comment on column tariff_component.price is 'EUR per day for BASE_FEE, else ct/kWh; net.';
comment on column tariff_component.valid is 'Local dates, end exclusive or open.';
create index tariff_component_version on tariff_component (version);
alter table tariff_component enable row level security;
alter table tariff_component force row level security;
create policy tenant on tariff_component using (tenant = current_setting('nachbarstrom.tenant', true));

create table contract_assignment (
  number           bigint      generated always as identity primary key,
  tenant           text        not null,
  accounting_point text        not null,
  tariff           text        not null,
  valid            daterange   not null check (not isempty(valid) and lower(valid) is not null),
  recorded_at      timestamptz not null,
  replaced_at      timestamptz check (replaced_at >= recorded_at),
  constraint contract_assignment_one_tariff_a_day
    exclude using gist (tenant with =, accounting_point with =, valid with &&)
    where (replaced_at is null)
);
comment on table contract_assignment is 'Which tariff prices an accounting point when; rows are never deleted.';
comment on column contract_assignment.valid is 'Local dates, end exclusive or open.';
comment on column contract_assignment.replaced_at is 'Until when we believed it; null: still.';
alter table contract_assignment enable row level security;
alter table contract_assignment force row level security;
create policy tenant on contract_assignment using (tenant = current_setting('nachbarstrom.tenant', true));
