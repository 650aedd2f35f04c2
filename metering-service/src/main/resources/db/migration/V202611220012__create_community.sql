create extension if not exists btree_gist;

create table community_revision (
  tenant      text        not null,
  community   text        not null,
  revision    integer     not null check (revision >= 1),
  name        text        not null,
  zone        text        not null,
  recorded_at timestamptz not null,
  primary key (tenant, community, revision)
);
comment on table community_revision is 'Declared communities, one row per revision; the highest revision recorded at or before an instant was known then.';
comment on column community_revision.zone is 'Time zone whose midnight parts the days of keys, memberships and closings.';
alter table community_revision enable row level security;
alter table community_revision force row level security;
create policy tenant_only on community_revision using (tenant = current_setting('nachbarstrom.tenant', true));

create table community_key (
  tenant    text      not null,
  community text      not null,
  revision  integer   not null,
  valid     daterange not null check (not isempty(valid)),
  method    text      not null check (method in ('PROPORTIONAL', 'STATIC')),
  foreign key (tenant, community, revision) references community_revision,
  exclude using gist (tenant with =, community with =, revision with =, valid with &&)
);
comment on table community_key is 'How generation is shared out on which local dates; at most one way on each.';
alter table community_key enable row level security;
alter table community_key force row level security;
create policy tenant_only on community_key using (tenant = current_setting('nachbarstrom.tenant', true));

create table community_member (
  tenant           text      not null,
  community        text      not null,
  revision         integer   not null,
  accounting_point text      not null,
  direction        text      not null check (direction in ('CONSUMPTION', 'GENERATION')),
  valid            daterange not null check (not isempty(valid)),
  share_percent    numeric(9, 6) check (share_percent between 0 and 100),
  foreign key (tenant, community, revision) references community_revision,
  exclude using gist
    (tenant with =, community with =, revision with =, accounting_point with =, valid with &&)
);
comment on table community_member is 'Who takes part on which local dates.';
comment on column community_member.share_percent is 'Part of the generation under a STATIC key, in percent.';
create index community_member_by_point on community_member (tenant, accounting_point);
alter table community_member enable row level security;
alter table community_member force row level security;
create policy tenant_only on community_member using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger community_revision_is_append_only before update or delete on community_revision
  for each row execute function refuse_change();
create trigger community_key_is_append_only before update or delete on community_key
  for each row execute function refuse_change();
create trigger community_member_is_append_only before update or delete on community_member
  for each row execute function refuse_change();
