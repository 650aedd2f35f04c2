create extension if not exists btree_gist;

create table partner_version (
  number          bigint      generated always as identity primary key,
  tenant          text        not null,
  code            text        not null check (code ~ '^([0-9]{13}|[0-9A-Z-]{16})$'),
  name            text        not null check (name <> ''),
  own             boolean     not null,
  contact_name    text        not null,
  contact_email   text        not null,
  contact_phone   text        not null,
  message_version text        check (message_version <> ''),
  lenient         boolean     not null,
  contrl          text        not null check (contrl in ('ON_ERROR', 'ALWAYS')),
  accept_test     boolean     not null,
  channel         text        not null check (channel in ('PULL', 'FOLDER', 'AMQP', 'AS4')),
  current         boolean     not null,
  recorded_at     timestamptz not null
);
create unique index partner_version_one_current on partner_version (tenant, code) where current;
create index partner_version_history on partner_version (tenant, code, number desc);
comment on table partner_version is 'Every version of every partner; never changed but for "current".';
comment on column partner_version.code is 'BDEW or DVGW code number, GLN, or EIC.';
comment on column partner_version.own is 'We send and receive under this code.';
comment on column partner_version.message_version is 'Message description to check by and to write; null: as UNH says, newest.';
comment on column partner_version.lenient is 'Point and comma are both taken as decimal mark.';

create table partner_role (
  tenant  text      not null,
  version bigint    not null references partner_version (number),
  role    text      not null check (role <> ''),
  valid   daterange not null check (not isempty(valid) and lower(valid) is not null),
  constraint partner_role_once_a_day exclude using gist (version with =, role with =, valid with &&)
);
create index partner_role_version on partner_role (version);
comment on table partner_role is 'Dated market roles of a partner version.';
comment on column partner_role.valid is 'Local dates of Europe/Berlin, end exclusive or open.';

alter table partner_version enable row level security;
alter table partner_version force row level security;
create policy own_tenant on partner_version using (tenant = current_setting('nachbarstrom.tenant', true));
alter table partner_role enable row level security;
alter table partner_role force row level security;
create policy own_tenant on partner_role using (tenant = current_setting('nachbarstrom.tenant', true));
