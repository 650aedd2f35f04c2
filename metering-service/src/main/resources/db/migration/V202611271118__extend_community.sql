alter table community_key drop constraint community_key_method_check;
alter table community_key
  add constraint community_key_method_check check (method in
    ('PROPORTIONAL', 'STATIC', 'STATIC_OF_USABLE', 'EQUAL', 'REDISTRIBUTING', 'CASCADE')),
  add column groups text[],
  add constraint community_key_groups_check check ((method = 'CASCADE') = (groups is not null)
    and cardinality(groups) between 1 and 100
    and groups <@ array['PROPORTIONAL', 'STATIC', 'STATIC_OF_USABLE', 'EQUAL', 'REDISTRIBUTING']);
comment on column community_key.groups is 'Methods of the groups of a CASCADE in the order in which they are served; null for other methods.';

alter table community_member
  add column cascade_group integer check (cascade_group between 1 and 100),
  add column participation_percent integer not null default 100 check (participation_percent between 1 and 100);
comment on column community_member.share_percent is 'Part of the generation, or of what reaches the group, where the method divides by fixed shares, in percent.';
comment on column community_member.cascade_group is 'Group of a consumer under a CASCADE, from 1; null: none.';
comment on column community_member.participation_percent is 'Part of each energy that takes part in this community, in percent.';
