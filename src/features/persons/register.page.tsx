import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { mayRegister } from '../../domain/persons/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, type FormError } from '../../ui/index.ts';
import { refused, staffPage, type Typed } from './doors.tsx';
import { formFaults } from './form-faults.ts';
import { CaseNumberField, PersonFields, PlaceFields } from './person-fields.tsx';
import type { personFields } from './person-input.ts';
import { registerPerson } from './register-person.ts';
import { registerTexts as texts } from './texts.ts';

/** A chosen language as the form sends it. The use-case checks that it is one. */
export function interpreterOf({ tolk = '' }: Typed): z.input<(typeof personFields)['interpreter']> {
  return tolk === '' ? null : (tolk as z.input<(typeof personFields)['interpreter']>);
}

async function form(c: Context<AppEnv>, typed: Typed = {}, errors: readonly FormError[] = []) {
  if (!mayRegister(c.var.actor)) return refused(c, refuse('forbidden', { permission: 'persons.register' }));
  return staffPage(
    c,
    { title: texts.title, lead: texts.lead, errors, back: '/personer' },
    <form method="post" action="/personer/ny">
      <PersonFields typed={typed} errors={errors} />
      <CaseNumberField typed={typed} errors={errors} />
      <PlaceFields typed={typed} errors={errors} />
      <Button>{texts.submit}</Button>
    </form>,
  );
}

async function register(c: Context<AppEnv>) {
  const typed = await formOf(c);
  const { namn = '', nummer = '', arendenummer = '', adress = '', vistelse = '' } = typed;
  const made = await registerPerson(scopeOf(c), {
    ...{ name: namn, number: nummer, interpreter: interpreterOf(typed) },
    ...{ caseNumber: arendenummer, address: adress, whereabouts: vistelse },
  });
  if (!isRefusal(made)) return c.redirect(`/personer/${made.id}?klart=${made.existing ? 'fanns' : '1'}`, 303);
  const errors = formFaults(made);
  return errors ? form(c, typed, errors) : refused(c, made);
}

/** Making a record of somebody that one's own unit begins to work with. */
export const registerPersonPage = new Hono<AppEnv>().get('/personer/ny', (c) => form(c)).post('/personer/ny', register);
