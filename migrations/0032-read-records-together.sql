-- Those who read the record of a person at the same time share a question. Each is answered as if they had asked alone: for one after the other who acts is set,
-- and `acting_record` finds out by itself who that is and what they may see. After the last nobody acts.

create function acting_records(sessions text[], moments timestamptz[], persons uuid[]) returns table (
  nth int, id uuid, owner uuid, owner_name text, name text, number_kind text, number_cipher bytea, protection text, interpreter_language text, blocked boolean,
  own boolean, authorised boolean, merged uuid[], address_cipher bytea, whereabouts_cipher bytea, contacts json, shares json, openings json
) language plpgsql volatile
  as $$
  begin
    for n in 1 .. cardinality(persons) loop
      perform set_config('overens.session', coalesce(sessions[n], ''), true), set_config('overens.now', coalesce(moments[n]::text, ''), true);
      return query select n, r.* from public.acting_record(persons[n]) r;
    end loop;
    perform set_config('overens.session', '', true), set_config('overens.now', '', true);
  end $$;
comment on function acting_records(text[], timestamptz[], uuid[]) is 'The records that several ask for, each as acting_record answers whoever has the session at the same place, at the moment there. nth: the place, from 1; none for those who may not see theirs.';
revoke all on function acting_records(text[], timestamptz[], uuid[]) from public;
grant execute on function acting_records(text[], timestamptz[], uuid[]) to overens_app;
