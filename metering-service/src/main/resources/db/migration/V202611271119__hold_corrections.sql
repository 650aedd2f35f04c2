alter table community_revision add column hold_corrections boolean not null default false;
comment on column community_revision.hold_corrections is 'Whether another result of a period that was closed finally waits for approval.';

alter table closing drop constraint closing_state_check;
alter table closing
  add constraint closing_state_check check (state in ('REQUESTED', 'WAITING', 'CLOSED', 'HELD')),
  add column held jsonb,
  add column approved_sha256 text check (approved_sha256 ~ '^[0-9a-f]{64}$'),
  add constraint closing_held_check check ((state = 'HELD') = (held is not null));
comment on column closing.held is 'Hash of inputs and control totals of a correction that waits for approval.';
comment on column closing.approved_sha256 is 'Hash of inputs whose result was approved; null: none.';
