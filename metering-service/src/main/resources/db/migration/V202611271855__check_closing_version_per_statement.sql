-- Versions are never deleted or changed, and all rows of one come in few statements: looking it up
-- again row by row was most of what who-from-whom cost.
alter table closing_member drop constraint closing_member_tenant_closing_version_fkey;
alter table closing_exchange drop constraint closing_exchange_tenant_closing_version_fkey;

create function require_closing_version() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant, closing, version from added) a
    where not exists (
      select from closing_version v
      where (v.tenant, v.closing, v.version) = (a.tenant, a.closing, a.version))) then
    raise foreign_key_violation using message = 'a result belongs to no closing version';
  end if;
  return null;
end $$;
create trigger closing_member_has_version after insert on closing_member
  referencing new table as added for each statement execute function require_closing_version();
create trigger closing_exchange_has_version after insert on closing_exchange
  referencing new table as added for each statement execute function require_closing_version();
