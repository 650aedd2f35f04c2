-- Row-level security: every table of this service shows the rows of one tenant, the one of the setting nachbarstrom.tenant.

create extension if not exists btree_gist;

create table party (
  tenant      text        not null,
  id          text        not null check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  name        text        not null check (name <> ''),
  email       text,
  recorded_at timestamptz not null,
  primary key (tenant, id)
);
comment on table party is 'Who pays and is paid.';
alter table party enable row level security;
alter table party force row level security;
create policy tenant on party using (tenant = current_setting('nachbarstrom.tenant', true));

create table payer_assignment (
  number           bigint      generated always as identity primary key,
  tenant           text        not null,
  accounting_point text        not null,
  party            text        not null,
  valid            daterange   not null check (not isempty(valid) and lower(valid) is not null),
  recorded_at      timestamptz not null,
  replaced_at      timestamptz check (replaced_at >= recorded_at),
  foreign key (tenant, party) references party (tenant, id),
  constraint payer_assignment_one_payer_a_day
    exclude using gist (tenant with =, accounting_point with =, valid with &&)
    where (replaced_at is null)
);
comment on table payer_assignment is 'Which party pays for an accounting point when; rows are never deleted.';
comment on column payer_assignment.valid is 'Local dates, end exclusive or open.';
comment on column payer_assignment.replaced_at is 'Until when we believed it; null: still.';
alter table payer_assignment enable row level security;
alter table payer_assignment force row level security;
create policy tenant on payer_assignment using (tenant = current_setting('nachbarstrom.tenant', true));
