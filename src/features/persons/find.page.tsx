import { type Context, Hono } from 'hono';
import { mayFind, mayRegister, mayTryEmergency } from '../../domain/persons/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, ButtonGroup, ButtonLink, type FormError, Inset, Notice, Table, TextField } from '../../ui/index.ts';
import { refused, staffPage, type Typed } from './doors.tsx';
import { type FoundPerson, findPersons, MOST_FOUND, type PersonSearch } from './find-persons.ts';
import { faultAt, formFaults } from './form-faults.ts';
import { readEmergencyWay } from './open-in-emergency.ts';
import { MASKED, findTexts as texts } from './texts.ts';

type Found = { readonly items: readonly FoundPerson[]; readonly more: boolean };

async function page(
  c: Context<AppEnv>,
  { typed = {}, errors = [], found }: { typed?: Typed; errors?: readonly FormError[]; found?: Found },
) {
  const { actor } = c.var;
  if (!mayFind(actor)) return refused(c, refuse('forbidden', { permission: 'persons.find' }));
  const emergency = mayTryEmergency(actor) && (await readEmergencyWay(scopeOf(c), {}));
  const field = (name: string, { label, hint }: { label: string; hint: string }) => (
    <TextField name={name} label={label} hint={hint} value={typed[name]} error={faultAt(errors, name)} maxlength={200} autocomplete="off" />
  );
  return staffPage(
    c,
    { title: texts.title, lead: texts.lead, errors, wide: true },
    <>
      {found && <Results {...found} />}
      <form method="post" action="/personer">
        <p>{texts.why}</p>
        {field('namn', texts.name)}
        {field('nummer', texts.number)}
        {field('arendenummer', texts.caseNumber)}
        <ButtonGroup>
          <Button>{texts.submit}</Button>
          {mayRegister(actor) && (
            <ButtonLink kind="secondary" href="/personer/ny">
              {texts.register}
            </ButtonLink>
          )}
          {emergency && !isRefusal(emergency) && emergency.open && (
            <ButtonLink kind="quiet" href="/personer/nodoppning">
              {texts.emergency}
            </ButtonLink>
          )}
        </ButtonGroup>
      </form>
    </>,
  );
}

function Results({ items, more }: Found) {
  if (items.length === 0)
    return (
      <Notice kind="empty" heading={texts.none.heading}>
        {texts.none.text}
      </Notice>
    );
  return (
    <>
      <Table
        caption={texts.results}
        columns={Object.values(texts.columns).map((label) => ({ label }))}
        rows={items.map(({ id, name, number, caseNumbers, owner }) => [
          <a href={`/personer/${id}`}>{name.masked ? MASKED : name.name}</a>,
          number ?? '–',
          caseNumbers.join(', ') || '–',
          owner.name,
        ])}
      />
      {items.some(({ name }) => name.masked) && <Inset>{texts.masked}</Inset>}
      {more && <p>{texts.more(MOST_FOUND)}</p>}
    </>
  );
}

/** The one thing that was asked for; undefined when nothing or several were. */
function searchOf({ namn = '', nummer = '', arendenummer = '' }: Typed): PersonSearch | undefined {
  const asked: PersonSearch[] = [
    ...(namn.trim() ? [{ by: 'name' as const, name: namn }] : []),
    ...(nummer.trim() ? [{ by: 'number' as const, number: nummer }] : []),
    ...(arendenummer.trim() ? [{ by: 'case-number' as const, caseNumber: arendenummer }] : []),
  ];
  return asked.length === 1 ? asked[0] : undefined;
}

/** Sent by POST, so that nothing of whom was looked for stands in an address, a history or a log of addresses. */
async function search(c: Context<AppEnv>) {
  const typed = await formOf(c);
  const asked = searchOf(typed);
  if (!asked) return page(c, { typed, errors: [{ text: texts.one, field: 'namn' }] });
  const found = await findPersons(scopeOf(c), asked);
  if (!isRefusal(found)) return page(c, { typed, found });
  const errors = formFaults(found);
  return errors ? page(c, { typed, errors }) : refused(c, found);
}

/** Looking for a person: by name, number or case number. */
export const findPage = new Hono<AppEnv>().get('/personer', (c) => page(c, {})).post('/personer', search);
