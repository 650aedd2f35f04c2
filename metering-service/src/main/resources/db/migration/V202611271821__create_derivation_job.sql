create table derivation_job (
  seq         bigint generated always as identity primary key,
  tenant      text        not null,
  object_kind text        not null,
  object_id   text        not null,
  first_at    timestamptz not null,
  last_at     timestamptz not null check (last_at >= first_at),
  due_at      timestamptz not null,
  attempts    integer     not null default 0,
  traceparent text        not null
);
comment on table derivation_job is 'Readings from which energies are to be derived again because a metering was declared otherwise, of all tenants, at most a month of one object each. Not under row-level security, because the worker finds here whose turn it is; it holds ids only.';
comment on column derivation_job.first_at is 'Moment of the first reading.';
comment on column derivation_job.last_at is 'Moment of the last reading, included.';
comment on column derivation_job.due_at is 'Not to be done before.';
create index derivation_job_by_turn on derivation_job (due_at, seq);
