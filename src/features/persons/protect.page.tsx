import { type Context, Hono } from 'hono';
import { PROTECTED_IDENTITIES, type ProtectedIdentity } from '../../domain/persons/protected-identity.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, type FormError, RadioField } from '../../ui/index.ts';
import { freshFirst, idOf, nobody, refused, staffPage } from './doors.tsx';
import { faultAt, formFaults } from './form-faults.ts';
import { protectPerson } from './protect-person.ts';
import { readAnyPerson } from './read-person.ts';
import { protectionLabels, protectTexts as texts } from './texts.ts';

const NONE = 'inget';

async function form(c: Context<AppEnv>, errors: readonly FormError[] = []) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const again = freshFirst(c, 'persons.protect');
  if (again) return again;
  const person = await readAnyPerson(scopeOf(c), id);
  if (isRefusal(person)) return refused(c, person);
  if (!person.abilities.change) return refused(c, refuse('change-forbidden'));
  if (!person.abilities.protect) return refused(c, refuse('protection-held'));
  return staffPage(
    c,
    { title: texts.title, lead: texts.lead, errors, back: `/personer/${id}` },
    <form method="post" action={`/personer/${id}/skydd`}>
      <RadioField
        name="skydd"
        label={texts.legend}
        error={faultAt(errors, 'skydd')}
        value={person.protection ? person.protection.kind : NONE}
        options={[
          ...PROTECTED_IDENTITIES.map((value) => ({ value, label: protectionLabels[value] })),
          { value: NONE, label: texts.none, apart: true },
        ]}
      />
      <Button>{texts.submit}</Button>
    </form>,
  );
}

async function protect(c: Context<AppEnv>) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const { skydd = '' } = await formOf(c);
  const done = await protectPerson(scopeOf(c), { id, protection: skydd === NONE ? null : (skydd as ProtectedIdentity) });
  if (!isRefusal(done)) return c.redirect(`/personer/${id}?klart=1`, 303);
  const errors = formFaults(done);
  return errors ? form(c, errors) : refused(c, done);
}

/** Setting or lifting protected identity. Where it is set, only for those with explicit authorisation. */
export const protectPage = new Hono<AppEnv>().get('/personer/:id/skydd', (c) => form(c)).post('/personer/:id/skydd', protect);
