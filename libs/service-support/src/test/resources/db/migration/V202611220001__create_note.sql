create table note (
  tenant text not null,
  id     text not null,
  words  text[] not null,
  trace  text not null,
  primary key (tenant, id)
);
alter table note enable row level security;
alter table note force row level security;
create policy own_tenant on note using (tenant = current_setting('nachbarstrom.tenant', true));
