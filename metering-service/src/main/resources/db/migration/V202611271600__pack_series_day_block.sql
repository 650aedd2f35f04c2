-- Versions keep only what one delivery brought, packed, instead of the whole day. What each value
-- came from was in series_day_state; now the version that brought it says so.
alter table series no force row level security;
alter table series_day_block no force row level security;
alter table series_day_state no force row level security;

create function pg_temp.pack(energies bigint[]) returns bytea language plpgsql as $$
declare
  power integer := 12;
  divisor bigint := 1000000000000;
  rest bigint;
  packed text;
begin
  foreach rest in array energies loop
    while rest % divisor <> 0 loop
      divisor := divisor / 10;
      power := power - 1;
    end loop;
  end loop;
  packed := lpad(to_hex(power), 2, '0');
  foreach rest in array energies loop
    rest := rest / divisor;
    while rest > 127 loop
      packed := packed || lpad(to_hex((rest & 127) | 128), 2, '0');
      rest := rest >> 7;
    end loop;
    packed := packed || lpad(to_hex(rest), 2, '0');
  end loop;
  return decode(packed, 'hex');
end $$;

create function pg_temp.quality_runs(letters text) returns text language plpgsql as $$
declare
  runs text := '';
  count integer := 1;
begin
  for slot in 1..96 loop
    if substr(letters, slot, 1) = substr(letters, slot + 1, 1) then
      count := count + 1;
    else
      runs := runs || substr(letters, slot, 1) || count;
      count := 1;
    end if;
  end loop;
  return runs;
end $$;

create function pg_temp.status_runs(said text[]) returns text language plpgsql as $$
declare
  runs text[] := '{}';
  count integer := 1;
begin
  for slot in 1..96 loop
    if slot < 96 and said[slot] = said[slot + 1] then
      count := count + 1;
    else
      runs := runs || rtrim(count || ' ' || said[slot]);
      count := 1;
    end if;
  end loop;
  return array_to_string(runs, ';');
end $$;

create table series_day_version (
  tenant           text        not null,
  accounting_point text        not null,
  direction        text        not null,
  utc_day          date        not null,
  version          integer     not null check (version >= 1),
  energies         bytea       check (get_byte(energies, 0) <= 12 and octet_length(energies) <= 865),
  qualities        text        not null check (qualities ~ '^([MSPRUFX.][0-9]{1,2})+$'),
  statuses         text        check (energies is not null or statuses is null),
  recorded_at      timestamptz not null,
  message_time     timestamptz not null,
  received_at      timestamptz not null,
  reference        text        not null
);

-- A slot belongs to the version that changed it, or confirmed it if that is where it came from.
insert into series_day_version
select tenant, accounting_point, direction, utc_day, version,
  pg_temp.pack(array_agg(quantity order by slot) filter (where counts)),
  pg_temp.quality_runs(string_agg(case when counts then quality else '.' end, '' order by slot)),
  case when bool_or(counts and status <> '') then
    pg_temp.status_runs(array_agg(case when counts then status else '' end order by slot)) end,
  recorded_at, message_time, received_at, reference
from (
  select now.*, now.quality <> '.' and (
      was.version is null
      or (was.quantities[now.slot], substr(was.qualities, now.slot, 1),
          coalesce(was.statuses[was.status_of[now.slot] + 1], ''))
        is distinct from (now.quantity, now.quality, now.status)
      or (s.message_times[s.origin_of[now.slot] + 1], s.received_ats[s.origin_of[now.slot] + 1],
          s.origin_refs[s.origin_of[now.slot] + 1])
        is not distinct from (now.message_time, now.received_at, now.reference)) as counts
  from (
    select b.*, slot, b.quantities[slot] as quantity, substr(b.qualities, slot, 1) as quality,
      coalesce(b.statuses[b.status_of[slot] + 1], '') as status
    from series_day_block b cross join generate_series(1, 96) as slot) now
  left join series_day_block was on (was.tenant, was.accounting_point, was.direction, was.utc_day,
    was.version) = (now.tenant, now.accounting_point, now.direction, now.utc_day, now.version - 1)
  left join series_day_state s on (s.tenant, s.accounting_point, s.direction, s.utc_day)
    = (now.tenant, now.accounting_point, now.direction, now.utc_day)) slots
group by tenant, accounting_point, direction, utc_day, version, recorded_at, message_time,
  received_at, reference
having bool_or(counts);

-- Messages that brought nothing new but count, after the last version. They keep their values: what
-- they said again may have come from readings, which are told apart from what was delivered.
insert into series_day_version
select tenant, accounting_point, direction, utc_day,
  version + row_number() over (
    partition by tenant, accounting_point, direction, utc_day order by origin),
  energies, qualities, statuses, recorded_at, message_time, received_at, reference
from (
  select s.tenant, s.accounting_point, s.direction, s.utc_day, s.version, origin,
    said.energies, said.qualities, said.statuses,
    b.recorded_at, s.message_times[origin] as message_time, s.received_ats[origin] as received_at,
    s.origin_refs[origin] as reference
  from series_day_state s
  join series_day_block b using (tenant, accounting_point, direction, utc_day, version)
  cross join generate_subscripts(s.origin_refs, 1) as origin
  cross join lateral (
    select pg_temp.pack(array_agg(b.quantities[slot] order by slot) filter (where counts))
        as energies,
      pg_temp.quality_runs(string_agg(
        case when counts then substr(b.qualities, slot, 1) else '.' end, '' order by slot))
        as qualities,
      case when bool_or(counts and status <> '') then
        pg_temp.status_runs(array_agg(case when counts then status else '' end order by slot))
        end as statuses
    from (
      select slot, s.origin_of[slot] = origin - 1 as counts,
        coalesce(b.statuses[b.status_of[slot] + 1], '') as status
      from generate_series(1, 96) as slot) slots
    having bool_or(counts)) said) confirmed
where not exists (
  select from series_day_version v
  where (v.tenant, v.accounting_point, v.direction, v.utc_day,
      v.message_time, v.received_at, v.reference)
    = (confirmed.tenant, confirmed.accounting_point, confirmed.direction, confirmed.utc_day,
      confirmed.message_time, confirmed.received_at, confirmed.reference));

drop table series_day_state;
drop table series_day_block;
alter table series_day_version rename to series_day_block;
alter table series_day_block
  add primary key (tenant, accounting_point, direction, utc_day, version),
  add foreign key (tenant, accounting_point, direction) references series;
alter table series force row level security;
alter table series_day_block enable row level security;
alter table series_day_block force row level security;
create policy tenant_only on series_day_block using (tenant = current_setting('nachbarstrom.tenant', true));
create trigger series_day_block_is_append_only before update or delete on series_day_block
  for each row execute function refuse_change();
comment on table series_day_block is 'What deliveries brought of a series on a UTC day, one row per version; of a quarter-hour the highest version counts that holds it. Rows are never changed.';
comment on column series_day_block.version is 'From 1, by day and in the order of recording.';
comment on column series_day_block.energies is 'Energies in 10^-6 kWh of the quarter-hours that qualities names, packed: a byte with the power of ten that divides all, then each divided by it, seven bits per byte, low ones first, the high bit set if more follow. Null: a confirmation, the values that were there were sent again. quarter_hour_energies() unpacks it.';
comment on column series_day_block.qualities is 'Runs from 00:00 UTC, a letter and the number of quarter-hours: M measured, S substitute, P provisional, R proposed, U unusable, F forecast, X missing, dot nothing that counts in this version. The numbers add up to 96.';
comment on column series_day_block.statuses is 'Runs like qualities, parted by semicolons: the number of quarter-hours and their status (MSCONS STS) as qualifier:code parted by blanks: Z33 hint, Z32 method and Z40 reason of a substitute, Z34 reason of a correction. Null if nothing was said.';
comment on column series_day_block.recorded_at is 'Since when this version is known; a snapshot reads the versions recorded at or before it.';
comment on column series_day_block.message_time is 'When the sender made the message; with received_at and reference it says which of two values for a quarter-hour counts.';
comment on column series_day_block.reference is 'Sender, interchange and message that made this version.';

create function quarter_hour_energies(energies bytea, qualities text) returns bigint[]
language plpgsql immutable as $$
declare
  unpacked bigint[] := '{}';
  run text[];
  position integer := 1;
  octet integer;
  shift integer;
  value bigint;
begin
  for run in select regexp_matches(qualities, '(.)([0-9]+)', 'g') loop
    for i in 1..run[2]::integer loop
      value := null;
      if run[1] <> '.' and energies is not null then
        value := 0;
        shift := 0;
        loop
          octet := get_byte(energies, position);
          value := value | ((octet & 127)::bigint << shift);
          position := position + 1;
          shift := shift + 7;
          exit when octet < 128;
        end loop;
        value := value * (10 ^ get_byte(energies, 0)::numeric)::bigint;
      end if;
      unpacked := unpacked || value;
    end loop;
  end loop;
  return unpacked;
end $$;
comment on function quarter_hour_energies(bytea, text) is 'For people: 96 energies in 10^-6 kWh of series_day_block(energies, qualities) from 00:00 UTC, null where the version holds none.';
