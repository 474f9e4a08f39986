-- Who saves a working copy, and who says something about it, is tried by the database as by the policies: until now any member of staff of the county could have
-- had a row of their own kept, had a policy been forgotten.

drop policy draft_revision_save on draft_revision;
create policy draft_revision_save on draft_revision for insert to overens_app with check (
  account_id = (select acting_account()) and writes_draft(draft_id)
);

create function acts_for_side() returns text language sql stable begin atomic
  select o.kind from organisation o where o.id = acting_organisation() and o.kind in ('region', 'municipality');
end;
comment on function acts_for_side() is 'On whose behalf whoever acts writes: the region''s or a municipality''s; null for others.';

drop policy draft_remark_write on draft_remark;
create policy draft_remark_write on draft_remark for insert to overens_app with check (
  account_id = (select acting_account()) and side = (select acts_for_side())
  and exists (select from draft d where d.id = draft_id)
  and exists (
    select from act a where a.id = act_id and a.kind = 'drafts.remark' and a.subject_id = draft_id and a.account_id = (select acting_account())
  )
);
drop policy draft_remark_act_write on draft_remark_act;
create policy draft_remark_act_write on draft_remark_act for insert to overens_app with check (
  account_id = (select acting_account()) and side = (select acts_for_side())
  and exists (select from draft d where d.id = draft_id)
  and exists (
    select from act a where a.id = act_id and a.subject_id = draft_id and a.account_id = (select acting_account())
      and a.kind = case when draft_remark_act.kind in ('accept', 'reject') then 'drafts.settle-suggestion' else 'drafts.answer-remark' end
  )
);
