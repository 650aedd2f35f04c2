-- A document may be deleted once its values are, and not just because it has none.
alter table value_document add column values_until timestamptz;
comment on column value_document.values_until is 'End of the last value that it said, exclusive; null: it never said one.';

alter table value_document no force row level security;
alter table reading no force row level security;
alter table energy_quantity no force row level security;
alter table value_document disable trigger value_document_is_append_only;
update value_document d set values_until = v.until
  from (
    select tenant, reference, max(until) as until from (
      select tenant, reference, at + interval '1 microsecond' as until from reading
      union all select tenant, reference, ends_at from energy_quantity) every_value
    group by tenant, reference) v
  where v.tenant = d.tenant and v.reference = d.reference;
alter table value_document enable trigger value_document_is_append_only;
alter table energy_quantity force row level security;
alter table reading force row level security;
alter table value_document force row level security;

create or replace function refuse_change_of_used_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    and exists (select from retention_horizon h
      where h.tenant = old.tenant and old.values_until <= h.kept_from)
    and not exists (select from reading v where v.tenant = old.tenant and v.reference = old.reference)
    and not exists (select from energy_quantity v where v.tenant = old.tenant and v.reference = old.reference)
  then
    return old;
  end if;
  raise exception 'rows of % are never changed, and deleted only after their values, behind the horizon', tg_table_name;
end $$;
