create table subscription (
  tenant            text        not null,
  id                text        not null check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  partner           text        not null check (partner ~ '^[0-9]{13}$'),
  sender            text        not null check (sender ~ '^[0-9]{13}$'),
  quantity          text        not null check (quantity in ('SHARED', 'RESIDUAL', 'CONSUMPTION', 'GENERATION', 'SURPLUS', 'SUBSTITUTES')),
  community         text        check (community <> ''),
  accounting_points text[]      not null,
  obis              text,
  object            text,
  valid             daterange   not null check (not isempty(valid) and lower(valid) is not null),
  recorded_at       timestamptz not null,
  primary key (tenant, id),
  constraint subscription_is_of_a_community_or_points
    check ((community is null) = (cardinality(accounting_points) > 0))
);
create index subscription_points on subscription using gin (accounting_points) where quantity = 'SUBSTITUTES';
comment on table subscription is 'Which partner gets which quantity.';
comment on column subscription.sender is 'Own code under which it is sent.';
comment on column subscription.obis is 'Register under which it is reported; null: by direction.';
comment on column subscription.object is 'Market location under which it is reported; null: the accounting point.';
comment on column subscription.valid is 'Local dates, end exclusive or open.';

create table closing_period (
  tenant                    text    not null,
  closing                   uuid    not null,
  version                   integer not null check (version >= 1),
  community                 text    not null,
  zone                      text    not null,
  from_day                  date    not null,
  to_day                    date    not null check (to_day > from_day),
  provisional               boolean not null,
  members                   integer not null check (members >= 0),
  allocated_milliwatt_hours bigint  not null check (allocated_milliwatt_hours >= 0),
  residual_milliwatt_hours  bigint  not null check (residual_milliwatt_hours >= 0),
  surplus_milliwatt_hours   bigint  not null check (surplus_milliwatt_hours >= 0),
  ended                     text    check (ended in ('REPORTED', 'PROVISIONAL', 'SUPERSEDED', 'TOTALS_DIFFER')),
  primary key (tenant, closing, version)
);
comment on table closing_period is 'Closing versions that metering announced; energies in 10^-6 kWh.';
comment on column closing_period.members is 'Number of members announced.';
comment on column closing_period.ended is 'How it ended; null while members are missing.';

create table closing_member (
  tenant           text    not null,
  closing          uuid    not null,
  version          integer not null check (version >= 1),
  accounting_point text    not null,
  direction        text    not null check (direction in ('CONSUMPTION', 'GENERATION')),
  provisional      boolean not null,
  spans            jsonb   not null,
  primary key (tenant, closing, version, accounting_point)
);
comment on table closing_member is 'Members of closing versions; may come before the announcement.';
comment on column closing_member.spans is 'Per run of neighbouring days: from, to (exclusive), shared and rest in 10^-6 kWh.';

create table subscription_report (
  number           bigint      generated always as identity primary key,
  tenant           text        not null,
  subscription     text        not null,
  cause            uuid        not null,
  version          integer     not null check (version >= 0),
  accounting_point text        not null,
  sender           text        not null,
  partner          text        not null,
  content          text        not null,
  document_number  text        not null,
  cancels          text        not null,
  interchange      uuid,
  findings         text[]      not null,
  recorded_at      timestamptz not null,
  foreign key (tenant, interchange) references outgoing_interchange (tenant, id),
  constraint subscription_report_is_sent_or_says_why check (interchange is not null or cardinality(findings) > 0)
);
create unique index subscription_report_once
  on subscription_report (tenant, subscription, cause, version, accounting_point) where version > 0;
create unique index subscription_report_substitutes_once
  on subscription_report (tenant, subscription, cause, accounting_point, content) where version = 0;
create index subscription_report_latest on subscription_report (tenant, subscription, number desc);
comment on table subscription_report is 'What was reported to subscribers, and what was not and why.';
comment on column subscription_report.cause is 'Closing or substitution.';
comment on column subscription_report.version is 'Version of the closing; 0 for a substitution.';
comment on column subscription_report.content is 'What stands at the subscriber with it; empty: nothing any more.';
comment on column subscription_report.cancels is 'Document number of the message cancelled with it; empty if none.';

alter table subscription enable row level security;
alter table subscription force row level security;
create policy own_tenant on subscription using (tenant = current_setting('nachbarstrom.tenant', true));
alter table closing_period enable row level security;
alter table closing_period force row level security;
create policy own_tenant on closing_period using (tenant = current_setting('nachbarstrom.tenant', true));
alter table closing_member enable row level security;
alter table closing_member force row level security;
create policy own_tenant on closing_member using (tenant = current_setting('nachbarstrom.tenant', true));
alter table subscription_report enable row level security;
alter table subscription_report force row level security;
create policy own_tenant on subscription_report using (tenant = current_setting('nachbarstrom.tenant', true));
