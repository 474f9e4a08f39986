import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf, sentenceOf } from '../../platform/index.ts';
import { Button, type FormError, Inset, RadioField, SummaryList } from '../../ui/index.ts';
import { changePerson } from './change-person.ts';
import { idOf, nobody, refused, staffPage, type Typed } from './doors.tsx';
import { faultAt, formFaults } from './form-faults.ts';
import { languageName } from './languages.ts';
import type { ShownRecord } from './load-record.ts';
import { PersonFields, PlaceFields } from './person-fields.tsx';
import { readAnyPerson } from './read-person.ts';
import { interpreterOf } from './register.page.tsx';
import { seenOf } from './seen.ts';
import { formTexts, changeTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

/** What a form that was sent comes back with. `known`: the record that has the number. `stale`: somebody else was before. */
type Back = { readonly typed: Typed; readonly errors: readonly FormError[]; readonly known?: string | undefined; readonly stale?: boolean };

async function form(c: Context<AppEnv>, { typed, errors = [], known, stale = false }: Partial<Back> = {}) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const person = await readAnyPerson(scopeOf(c), id);
  if (isRefusal(person)) return refused(c, person);
  if (!person.abilities.change) return refused(c, refuse('change-forbidden'));
  const shown = typed ?? typedOf(person);
  return staffPage(
    c,
    { title: texts.title, errors, back: `/personer/${id}`, ...(stale ? { status: 409 as const } : {}) },
    <form method="post" action={`/personer/${id}/andra`}>
      <input type="hidden" name="sett" value={seenToSend(person, { typed, stale })} />
      {typed && stale && <WhatStands now={typedOf(person)} typed={typed} />}
      {known && (
        <p>
          <a href={`/personer/${known}`}>{texts.known}</a>
        </p>
      )}
      <PersonFields typed={shown} errors={errors} />
      {person.abilities['change-place'] ? <PlaceFields typed={shown} errors={errors} /> : <Inset>{formTexts.placeHidden}</Inset>}
      <RadioField
        name="sparr"
        label={formTexts.blocked}
        hint={formTexts.blockedHint}
        value={shown.sparr}
        error={faultAt(errors, 'sparr')}
        options={[
          { value: 'nej', label: formTexts.blockedNo },
          { value: 'ja', label: formTexts.blockedYes },
        ]}
      />
      <Button>{texts.submit}</Button>
    </form>,
  );
}

/** A form that comes back for another reason is still of what was seen then; one that says what is new is of that. */
function seenToSend(person: ShownRecord, { typed, stale }: { typed: Typed | undefined; stale: boolean }): string {
  return typed && !stale ? (typed.sett ?? '') : seenOf(person);
}

const LABELS: readonly (readonly [field: string, label: string])[] = [
  ['namn', formTexts.name],
  ['nummer', formTexts.number],
  ['tolk', formTexts.interpreter],
  ['adress', formTexts.address],
  ['vistelse', formTexts.whereabouts],
  ['sparr', formTexts.blocked],
];

/** What stands in the record now where something else was typed, so that nobody saves over it unknowing. */
function WhatStands({ now, typed }: { now: Typed; typed: Typed }) {
  const others = LABELS.filter(([field]) => (now[field] ?? '') !== (typed[field] ?? ''));
  if (others.length === 0) return null;
  return (
    <>
      <h2>{texts.now}</h2>
      <SummaryList rows={others.map(([field, label]) => ({ label, value: wordsOf(field, now[field]) }))} />
    </>
  );
}

function wordsOf(field: string, value = ''): string {
  if (field === 'sparr') return value === 'ja' ? formTexts.blockedYes : formTexts.blockedNo;
  if (value === '') return texts.none;
  return field === 'tolk' ? languageName(value) : value;
}

function typedOf({ name, number, interpreter, place, blocked }: ShownRecord): Typed {
  return {
    namn: name,
    nummer: number,
    tolk: interpreter,
    adress: place?.address,
    vistelse: place?.whereabouts,
    sparr: blocked ? 'ja' : 'nej',
  };
}

async function change(c: Context<AppEnv>) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const typed = await formOf(c);
  const { namn, nummer, tolk, adress, vistelse, sparr, sett } = typed;
  // A field that did not come is no answer: the use-case refuses it, and nothing is emptied by half a form.
  const changed = await changePerson(scopeOf(c), {
    ...{ id, name: namn as string, number: nummer as string, seen: sett as string },
    interpreter: (tolk === undefined ? undefined : interpreterOf(typed)) as ReturnType<typeof interpreterOf>,
    blocked: blockOf(sparr) as boolean,
    // The fields are not in the form of whoever may not see them.
    ...(adress === undefined && vistelse === undefined ? {} : { place: { address: adress as string, whereabouts: vistelse as string } }),
  });
  if (!isRefusal(changed)) return c.redirect(`/personer/${id}?klart=1`, 303);
  if (changed.code === 'changed-meanwhile') {
    return form(c, { typed, errors: [{ text: sentenceOf(changed, refusals).detail }], stale: true });
  }
  const errors = formFaults(changed);
  const known = changed.code === 'number-known' ? String(changed.params.person) : undefined;
  return errors ? form(c, { typed, errors, known }) : refused(c, changed);
}

/** Is the record blocked, as the form says it? Undefined when it says neither. */
function blockOf(sparr: string | undefined): boolean | undefined {
  return sparr === 'ja' ? true : sparr === 'nej' ? false : undefined;
}

/** Changing a record. */
export const changePersonPage = new Hono<AppEnv>().get('/personer/:id/andra', (c) => form(c)).post('/personer/:id/andra', change);
