create table plausibility_check (
  tenant           text        not null,
  id               uuid        not null,
  accounting_point text        not null,
  direction        text        not null check (direction in ('CONSUMPTION', 'GENERATION')),
  from_day         date        not null,
  to_day           date        not null check (to_day > from_day),
  as_known_at      timestamptz not null,
  primary key (tenant, id)
);
comment on table plausibility_check is 'Checks of series on local days; of a day the newest check that covers it counts. Rows are never changed.';
comment on column plausibility_check.to_day is 'First local day after the period.';
comment on column plausibility_check.as_known_at is 'Snapshot that was checked.';
create index plausibility_check_by_series on plausibility_check (tenant, accounting_point, direction, from_day);
alter table plausibility_check enable row level security;
alter table plausibility_check force row level security;
create policy tenant_only on plausibility_check using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger plausibility_check_is_append_only before update or delete on plausibility_check
  for each row execute function refuse_change();

create table plausibility_finding (
  tenant    text        not null,
  id        uuid        not null,
  position  integer     not null check (position >= 0),
  rule      text        not null check (rule in ('GAP', 'CONNECTION_CAPACITY', 'ZERO_RUN', 'FLAT_LINE',
    'SPIKE', 'REGISTER_ADVANCE', 'ENERGY_QUANTITY')),
  day       date        not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null check (ends_at > starts_at),
  observed  bigint,
  expected  bigint,
  primary key (tenant, id, position),
  foreign key (tenant, id) references plausibility_check
);
comment on table plausibility_finding is 'What a check found.';
comment on column plausibility_finding.day is 'Local day on which it begins.';
comment on column plausibility_finding.observed is 'Value or sum in 10^-6 kWh; null for a gap.';
comment on column plausibility_finding.expected is 'The most it may be or what it should be, in 10^-6 kWh.';
alter table plausibility_finding enable row level security;
alter table plausibility_finding force row level security;
create policy tenant_only on plausibility_finding using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger plausibility_finding_is_append_only before update or delete on plausibility_finding
  for each row execute function refuse_change();
