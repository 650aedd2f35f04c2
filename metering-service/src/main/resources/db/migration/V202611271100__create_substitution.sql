create table substitution (
  tenant           text        not null,
  id               uuid        not null,
  accounting_point text        not null,
  direction        text        not null check (direction in ('CONSUMPTION', 'GENERATION')),
  starts_at        timestamptz not null,
  ends_at          timestamptz not null,
  quantities       bigint[]    not null check (0 <= all (quantities)),
  method           text        not null check (method in ('INTERPOLATION', 'COMPARABLE_DAYS')),
  scaled           boolean     not null,
  comparable_days  date[]      not null,
  reason           text        not null check (reason ~ '^[0-9A-Z]{1,3}$'),
  proposed_at      timestamptz not null,
  primary key (tenant, id),
  check (extract(epoch from ends_at - starts_at) = 900 * cardinality(quantities))
);
comment on table substitution is 'Values formed for gaps of series; rows are never changed.';
comment on column substitution.quantities is 'Energy per quarter-hour in 10^-6 kWh.';
comment on column substitution.scaled is 'Whether the values add up to what the register advanced by in the gap.';
comment on column substitution.comparable_days is 'Local days whose values were averaged; none for an interpolation.';
comment on column substitution.reason is 'Code of MSCONS STS+Z40.';
create index substitution_by_proposal on substitution (tenant, proposed_at, id);
alter table substitution enable row level security;
alter table substitution force row level security;
create policy tenant_only on substitution using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger substitution_is_append_only before update or delete on substitution
  for each row execute function refuse_change();

create table substitution_decision (
  tenant     text        not null,
  id         uuid        not null,
  state      text        not null check (state in ('CONFIRMED', 'REJECTED')),
  decided_by text        not null,
  decided_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, id) references substitution
);
comment on table substitution_decision is 'What was decided about a substitution, once; the values of confirmed ones are in their series.';
comment on column substitution_decision.decided_by is 'Who decided; empty if configuration did.';
alter table substitution_decision enable row level security;
alter table substitution_decision force row level security;
create policy tenant_only on substitution_decision using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger substitution_decision_is_append_only before update or delete on substitution_decision
  for each row execute function refuse_change();
