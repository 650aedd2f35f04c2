alter table closing_job
  add column queued_at  timestamptz not null default clock_timestamp(),
  add column changed_at timestamptz not null default clock_timestamp(),
  add column causes     integer     not null default 1 check (causes >= 1),
  add column cause      text        not null default 'VALUES'
    check (cause in ('REQUEST', 'APPROVAL', 'VALUES', 'POINT', 'COMMUNITY')),
  add column urgent     boolean     not null default false,
  add column attempts   integer     not null default 0 check (attempts >= 0),
  add column last_error text        check (length(last_error) <= 500),
  add column retry_at   timestamptz,
  add column claimed_at timestamptz;
alter table closing_job alter column causes drop default, alter column cause drop default;
comment on table closing_job is 'Closings to be computed, of all tenants: several rows of one closing are one computation; further causes are counted in a row until it is claimed. Not under row-level security, because the worker finds here whose turn it is; it holds ids only.';
comment on column closing_job.queued_at is 'First cause.';
comment on column closing_job.changed_at is 'Latest cause; the computation waits until nothing more has come for a while.';
comment on column closing_job.causes is 'Changes counted in this row; some of those at the same moment may be left out.';
comment on column closing_job.cause is 'Kind of the latest cause.';
comment on column closing_job.urgent is 'Not to wait for further causes: asked for or approved by somebody.';
comment on column closing_job.attempts is 'Failed computations.';
comment on column closing_job.retry_at is 'Not before, after a failure; null: at once.';
comment on column closing_job.claimed_at is 'When a worker took it on, from when on causes get a row of their own; null: nobody has.';
