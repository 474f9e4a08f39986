import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, type FormError, SelectField } from '../../ui/index.ts';
import { openCaseContact, readContactUnits } from './case-contacts.ts';
import { idOf, nobody, refused, staffPage, type Typed } from './doors.tsx';
import { faultAt, formFaults } from './form-faults.ts';
import { CaseNumberField } from './person-fields.tsx';
import { readAnyPerson } from './read-person.ts';
import { contactTexts as texts } from './texts.ts';

async function form(c: Context<AppEnv>, typed: Typed = {}, errors: readonly FormError[] = []) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const [person, units] = await Promise.all([readAnyPerson(scopeOf(c), id), readContactUnits(scopeOf(c), {})]);
  if (isRefusal(person)) return refused(c, person);
  if (!person.abilities['open-case-contact'] || isRefusal(units)) return refused(c, refuse('change-forbidden'));
  return staffPage(
    c,
    { title: texts.title, lead: texts.lead, errors, back: `/personer/${id}` },
    <form method="post" action={`/personer/${id}/arende`}>
      <SelectField
        name="enhet"
        label={texts.unit}
        empty={texts.own}
        options={units.map(({ id: value, name }) => ({ value, label: name }))}
        value={typed.enhet}
        error={faultAt(errors, 'enhet')}
      />
      <CaseNumberField typed={typed} errors={errors} />
      <Button>{texts.submit}</Button>
    </form>,
  );
}

async function open(c: Context<AppEnv>) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const typed = await formOf(c);
  const { enhet, arendenummer = '' } = typed;
  const opened = await openCaseContact(scopeOf(c), { id, caseNumber: arendenummer, ...(enhet ? { unit: enhet } : {}) });
  if (!isRefusal(opened)) return c.redirect(`/personer/${id}?klart=1`, 303);
  const errors = formFaults(opened);
  return errors ? form(c, typed, errors) : refused(c, opened);
}

/** Opening a contact between a person and a unit of one's own huvudman. */
export const contactPage = new Hono<AppEnv>().get('/personer/:id/arende', (c) => form(c)).post('/personer/:id/arende', open);
