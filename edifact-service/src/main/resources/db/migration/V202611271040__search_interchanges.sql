alter table interchange add column message_type text not null default '';
alter table interchange add column compressed boolean not null default false;
comment on column interchange.message_type is 'UNH 0065 of the first message; empty if there is none.';
comment on column interchange.compressed is 'Whether the raw bytes are gzip.';

alter table message add column content text not null default 'NONE'
  check (content in ('LOAD_PROFILE', 'REGISTER_READINGS', 'ENERGY_QUANTITIES', 'CANCELLATION',
                     'OTHER_SERIES', 'CONTRL', 'APERAK', 'NONE'));
comment on column message.content is 'What an accepted message carries; NONE if it was refused.';

-- Only load profiles were taken so far. The owner is held to row-level security too.
alter table message no force row level security;
alter table interchange no force row level security;
update message set content = 'LOAD_PROFILE' where accepted;
update interchange i set message_type = m.type
  from message m where m.tenant = i.tenant and m.interchange = i.id and m.position = 1;
alter table message force row level security;
alter table interchange force row level security;

-- A cancellation or an acknowledgement is taken without values.
alter table message drop constraint message_accepted_has_no_finding;
alter table message add constraint message_accepted_has_no_finding
  check (case when accepted then finding_count = 0 and content <> 'NONE' else content = 'NONE' end);

create index interchange_sender on interchange (tenant, sender, reference);
create index interchange_received on interchange (tenant, received_at);
create index message_location on message (tenant, location);
create index message_document on message (tenant, document_number);
create index message_check_identifier on message (tenant, check_identifier);
