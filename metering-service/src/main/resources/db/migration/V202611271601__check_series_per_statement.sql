-- Every writer has the row of the series locked already; looking each up again row by row was half
-- of what a day block cost.
alter table series_day_block drop constraint series_day_block_tenant_accounting_point_direction_fkey;

create function require_series() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant, accounting_point, direction from added) a
    where not exists (
      select from series s
      where (s.tenant, s.accounting_point, s.direction)
        = (a.tenant, a.accounting_point, a.direction))) then
    raise foreign_key_violation using message = 'a day block belongs to no series';
  end if;
  return null;
end $$;
create trigger series_day_block_has_series after insert on series_day_block
  referencing new table as added for each statement execute function require_series();

create function refuse_orphans() returns trigger language plpgsql as $$
begin
  if exists (
    select from series_day_block b
    where (b.tenant, b.accounting_point, b.direction)
      = (old.tenant, old.accounting_point, old.direction)) then
    raise foreign_key_violation using message = 'day blocks belong to the series';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger series_of_day_blocks_stays before delete or update of tenant, accounting_point, direction
  on series for each row execute function refuse_orphans();
