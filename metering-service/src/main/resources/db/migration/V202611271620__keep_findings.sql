-- Findings are computed from what is kept elsewhere: the next check finds them again.
drop table plausibility_finding;
drop table plausibility_check;

create table plausibility_finding (
  tenant           text        not null,
  id               uuid        not null,
  accounting_point text        not null,
  direction        text        not null check (direction in ('CONSUMPTION', 'GENERATION')),
  rule             text        not null check (rule in ('GAP', 'CONNECTION_CAPACITY', 'ZERO_RUN', 'FLAT_LINE',
    'SPIKE', 'REGISTER_ADVANCE', 'ENERGY_QUANTITY', 'CHECK_METER')),
  day              date        not null,
  starts_at        timestamptz not null,
  ends_at          timestamptz not null check (ends_at > starts_at),
  observed         bigint,
  expected         bigint,
  found_at         timestamptz not null,
  gone_at          timestamptz check (gone_at >= found_at),
  primary key (tenant, id, found_at)
);
comment on table plausibility_finding is 'What checks found, since when and until when. A row changes once: when it is not found any more.';
comment on column plausibility_finding.id is 'The same where the same is found again.';
comment on column plausibility_finding.day is 'Local day on which it begins.';
comment on column plausibility_finding.observed is 'Value or sum in 10^-6 kWh; null for a gap.';
comment on column plausibility_finding.expected is 'The most it may be or what it should be, in 10^-6 kWh.';
comment on column plausibility_finding.gone_at is 'Recording instant of the first check that did not find it any more; null: it is found now.';
create unique index plausibility_finding_now on plausibility_finding (tenant, id) where gone_at is null;
create index plausibility_finding_by_series on plausibility_finding (tenant, accounting_point, direction, day) where gone_at is null;
create index plausibility_finding_by_place on plausibility_finding (tenant, starts_at, id) where gone_at is null;
alter table plausibility_finding enable row level security;
alter table plausibility_finding force row level security;
create policy tenant_only on plausibility_finding using (tenant = current_setting('nachbarstrom.tenant', true));

create function refuse_change_of_finding() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.gone_at is not null or new.gone_at is null
    or (to_jsonb(new) - 'gone_at') <> (to_jsonb(old) - 'gone_at') then
    raise exception 'a finding only ends';
  end if;
  return new;
end $$;
create trigger plausibility_finding_only_ends before update or delete on plausibility_finding
  for each row execute function refuse_change_of_finding();

create table plausibility_release (
  tenant      text        not null,
  finding     uuid        not null,
  released_by text        not null,
  reason      text        not null check (length(reason) between 1 and 500),
  released_at timestamptz not null,
  primary key (tenant, finding)
);
comment on table plausibility_release is 'Findings whose values may be used although they were found. Rows are never changed.';
alter table plausibility_release enable row level security;
alter table plausibility_release force row level security;
create policy tenant_only on plausibility_release using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger plausibility_release_is_append_only before update or delete on plausibility_release
  for each row execute function refuse_change();

create table rejected_value (
  tenant           text        not null,
  accounting_point text        not null,
  direction        text        not null check (direction in ('CONSUMPTION', 'GENERATION')),
  starts_at        timestamptz not null,
  recorded_at      timestamptz not null,
  message_time     timestamptz not null,
  received_at      timestamptz not null,
  reference        text        not null,
  quantity         bigint      not null check (quantity >= 0),
  quality          text        not null check (quality in ('MEASURED', 'SUBSTITUTE', 'PROVISIONAL')),
  status           text        not null,
  primary key (tenant, accounting_point, direction, starts_at, recorded_at)
);
comment on table rejected_value is 'Values as they were received before plausibility made them unusable. Rows are never changed.';
comment on column rejected_value.starts_at is 'Start of the quarter-hour.';
comment on column rejected_value.recorded_at is 'When it was rejected.';
comment on column rejected_value.quantity is 'Energy in 10^-6 kWh.';
alter table rejected_value enable row level security;
alter table rejected_value force row level security;
create policy tenant_only on rejected_value using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger rejected_value_is_append_only before update or delete on rejected_value
  for each row execute function refuse_change();

create table plausibility_job (
  seq              bigint generated always as identity primary key,
  tenant           text        not null,
  accounting_point text        not null,
  direction        text        not null,
  from_day         date        not null,
  to_day           date        not null check (to_day > from_day),
  due_at           timestamptz not null,
  attempts         integer     not null default 0,
  traceparent      text        not null
);
comment on table plausibility_job is 'Local days of series to be checked, of all tenants, at most a month each: several rows of one series are one check. Not under row-level security, because the worker finds here whose turn it is; it holds ids only.';
comment on column plausibility_job.to_day is 'First local day after them.';
comment on column plausibility_job.due_at is 'Not to be checked before.';
create index plausibility_job_by_turn on plausibility_job (due_at);
create index plausibility_job_by_series on plausibility_job (tenant, accounting_point, direction);
