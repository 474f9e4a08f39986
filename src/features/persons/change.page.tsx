import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, type FormError, Inset, RadioField } from '../../ui/index.ts';
import { changePerson } from './change-person.ts';
import { idOf, nobody, refused, staffPage, type Typed } from './doors.tsx';
import { formFaults } from './form-faults.ts';
import type { ShownRecord } from './load-record.ts';
import { PersonFields, PlaceFields } from './person-fields.tsx';
import { readAnyPerson } from './read-person.ts';
import { interpreterOf } from './register.page.tsx';
import { formTexts, changeTexts as texts } from './texts.ts';

async function form(c: Context<AppEnv>, typed?: Typed, errors: readonly FormError[] = [], known?: string) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const person = await readAnyPerson(scopeOf(c), id);
  if (isRefusal(person)) return refused(c, person);
  if (!person.abilities.change) return refused(c, refuse('change-forbidden'));
  const shown = typed ?? typedOf(person);
  return staffPage(
    c,
    { title: texts.title, errors, back: `/personer/${id}` },
    <form method="post" action={`/personer/${id}/andra`}>
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
        options={[
          { value: 'nej', label: formTexts.blockedNo },
          { value: 'ja', label: formTexts.blockedYes },
        ]}
      />
      <Button>{texts.submit}</Button>
    </form>,
  );
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
  const { namn = '', nummer = '', adress, vistelse, sparr } = typed;
  const changed = await changePerson(scopeOf(c), {
    ...{ id, name: namn, number: nummer, interpreter: interpreterOf(typed), blocked: sparr === 'ja' },
    // The fields are not in the form of whoever may not see them.
    ...(adress === undefined && vistelse === undefined ? {} : { place: { address: adress ?? '', whereabouts: vistelse ?? '' } }),
  });
  if (!isRefusal(changed)) return c.redirect(`/personer/${id}?klart=1`, 303);
  const errors = formFaults(changed);
  const known = changed.code === 'number-known' ? String(changed.params.person) : undefined;
  return errors ? form(c, typed, errors, known) : refused(c, changed);
}

/** Changing a record. */
export const changePersonPage = new Hono<AppEnv>().get('/personer/:id/andra', (c) => form(c)).post('/personer/:id/andra', change);
