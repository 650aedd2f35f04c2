create table run (
  number                      bigint      generated always as identity unique,
  tenant                      text        not null,
  id                          uuid        not null primary key,
  closing                     uuid        not null,
  version                     integer     not null check (version >= 1),
  community                   text        not null,
  zone                        text        not null,
  from_day                    date        not null,
  to_day                      date        not null,
  start_at                    timestamptz not null,
  end_at                      timestamptz not null,
  stage                       text        not null
    check (stage in ('COLLECTING', 'WAITING', 'STOPPED', 'BOOKED', 'UNCHANGED', 'SUPERSEDED')),
  collected_members           integer     not null default 0 check (collected_members >= 0),
  expected_members            integer     check (expected_members >= 1),
  recorded_at                 timestamptz,
  provisional                 boolean,
  consumption_milliwatt_hours bigint,
  allocated_milliwatt_hours   bigint,
  residual_milliwatt_hours    bigint,
  generation_milliwatt_hours  bigint,
  surplus_milliwatt_hours     bigint,
  problem_code                text,
  problem_detail              text,
  unique (tenant, closing, version),
  check (from_day < to_day),
  constraint run_announced_as_a_whole
    check (num_nulls(expected_members, recorded_at, provisional, consumption_milliwatt_hours,
      allocated_milliwatt_hours, residual_milliwatt_hours, generation_milliwatt_hours,
      surplus_milliwatt_hours) in (0, 8)),
  constraint run_stopped_has_problem check ((stage = 'STOPPED') = (problem_code is not null))
);
comment on table run is 'Work on one version of a closing, from its first event to its bookings.';
comment on column run.from_day is 'First local day.';
comment on column run.to_day is 'First local day after.';
comment on column run.expected_members is 'As announced by metering; null until then.';
comment on column run.consumption_milliwatt_hours is 'Control total in 10^-6 kWh.';
alter table run enable row level security;
alter table run force row level security;
create policy tenant on run using (tenant = current_setting('nachbarstrom.tenant', true));

create table member_cost (
  tenant           text not null,
  run              uuid not null references run,
  accounting_point text not null,
  direction        text not null check (direction in ('CONSUMPTION', 'GENERATION')),
  primary key (run, accounting_point)
);
comment on table member_cost is 'Members of a closing version whose cost has arrived.';
alter table member_cost enable row level security;
alter table member_cost force row level security;
create policy tenant on member_cost using (tenant = current_setting('nachbarstrom.tenant', true));

create table member_cost_line (
  tenant                 text    not null,
  run                    uuid    not null,
  accounting_point       text    not null,
  line                   integer not null,
  component              text    not null,
  tariff                 text    not null,
  from_day               date    not null,
  to_day                 date    not null,
  debit                  text    not null,
  credit                 text    not null,
  amount_micro_euro      bigint  not null,
  energy_milliwatt_hours bigint  not null check (energy_milliwatt_hours >= 0),
  quantity               numeric not null,
  unit                   text    not null,
  price                  numeric not null,
  price_unit             text    not null,
  primary key (run, accounting_point, line),
  foreign key (run, accounting_point) references member_cost,
  check (from_day < to_day),
  check (debit <> credit)
);
create index member_cost_line_debit on member_cost_line (run, debit);
create index member_cost_line_credit on member_cost_line (run, credit);
comment on table member_cost_line is 'Priced lines as pricing sent them.';
comment on column member_cost_line.debit is 'GRID or the accounting point that receives the energy and owes the amount.';
comment on column member_cost_line.credit is 'GRID or the accounting point that gives the energy and is owed the amount.';
comment on column member_cost_line.amount_micro_euro is '10^-6 EUR, negative where the price is.';
comment on column member_cost_line.energy_milliwatt_hours is '10^-6 kWh.';
alter table member_cost_line enable row level security;
alter table member_cost_line force row level security;
create policy tenant on member_cost_line using (tenant = current_setting('nachbarstrom.tenant', true));

create table run_payer (
  tenant           text not null,
  run              uuid not null references run,
  accounting_point text not null,
  party            text not null,
  primary key (run, accounting_point),
  foreign key (tenant, party) references party (tenant, id)
);
create index run_payer_party on run_payer (tenant, party);
comment on table run_payer is 'Who pays for each point of a settled run.';
alter table run_payer enable row level security;
alter table run_payer force row level security;
create policy tenant on run_payer using (tenant = current_setting('nachbarstrom.tenant', true));

create table run_waiting (
  tenant           text    not null,
  run              uuid    not null references run,
  number           integer not null,
  code             text    not null
    check (code in ('NO_PAYER', 'PAYER_CHANGES_WITHIN_PERIOD', 'EARLIER_BATCH_NOT_CLEARED')),
  accounting_point text,
  day              date,
  primary key (run, number)
);
create index run_waiting_point on run_waiting (tenant, accounting_point);
comment on table run_waiting is 'What a run waits for.';
comment on column run_waiting.day is 'First local day concerned.';
alter table run_waiting enable row level security;
alter table run_waiting force row level security;
create policy tenant on run_waiting using (tenant = current_setting('nachbarstrom.tenant', true));

-- Without row-level security on purpose: it only tells whose work is due.
create table run_queue (
  number      bigint      generated always as identity primary key,
  tenant      text        not null,
  run         uuid        not null,
  traceparent text        not null,
  due_at      timestamptz not null
);
comment on table run_queue is
  'Runs to work on. Adding only ever inserts, so that it never waits for a step that holds a row; a run may be in it several times.';
