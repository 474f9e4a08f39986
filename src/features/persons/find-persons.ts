import { z } from 'zod';
import { type Actor, assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { nameWords } from '../../domain/persons/name-words.ts';
import { mayFind, mayRead } from '../../domain/persons/policy.ts';
import { hides, maskedName, type NameInList } from '../../domain/persons/protected-identity.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Act, type Look, type Telling, useCase } from '../../platform/index.ts';
import { type Asking, type Loaded, numberOf, type Purpose, standingTo } from './load-record.ts';
import { lookAt } from './looks.ts';
import { findByCaseNumber, findByName, findByNumber, type RecordRow } from './record.sql.ts';
import { numberHash, readNumber } from './sealed.ts';

/** So many are shown; whoever meets more says more of the name. */
export const MOST_FOUND = 50;

/**
 * What people may be looked for by: name, number or case number, and nothing else, on either side. Source: förordning (2001:637) 15 §, which binds
 * the municipal side; the region's follows it here.
 */
export const PersonSearch = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('name'), name: z.string().max(200) }),
  z.strictObject({ by: z.literal('number'), number: z.string().max(40) }),
  z.strictObject({ by: z.literal('case-number'), caseNumber: z.string().trim().min(1).max(40) }),
]);
export type PersonSearch = z.output<typeof PersonSearch>;

export type FoundPerson = {
  readonly id: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly name: NameInList;
  readonly number: string | undefined;
  readonly caseNumbers: readonly string[];
  readonly purpose: Purpose;
};

/**
 * People within reach, at most 50. Those with protected identity have their name and number masked for whoever lacks explicit authorisation, and are
 * not found by name then. A hit that is masked is told to the log reviewers as an opening is, once a search. Refuses `forbidden` without a unit, `name-too-short`, `number-invalid` (params.fault).
 */
export const findPersons = useCase({
  permission: 'persons.find',
  mode: 'write',
  input: PersonSearch,
  run: async (context) => {
    const { actor, record } = context;
    if (!mayFind(actor)) return refuse('forbidden');
    const rows = await rowsFor(context, context.input);
    if (!Array.isArray(rows)) return rows;
    const within = rows.map((row) => standingTo(context, row)).filter(({ reach }) => mayRead(actor, reach));
    const items = within.slice(0, MOST_FOUND).map((loaded) => found(context, loaded));
    const masked = items.filter(({ name }) => name.masked);
    if (masked.length > 0) await record(maskedHits(actor, masked));
    return { by: context.input.by, more: within.length > MOST_FOUND, items };
  },
  audit: ({ by }, answer): Look[] => [
    {
      person: null,
      owner: null,
      record: { kind: 'person-search', id: null },
      details: { by, ...(answer ? { found: answer.items.length } : {}) },
    },
    ...(answer?.items ?? []).flatMap((one) => lookAt(one.id, one, { by, masked: one.name.masked })),
  ],
});

async function rowsFor(asking: Asking, input: PersonSearch) {
  const { tx, keys } = asking;
  if (input.by === 'name') {
    const words = nameWords(input.name);
    return words.length === 0 ? refuse('name-too-short') : findByName(tx, words, MOST_FOUND + 1);
  }
  if (input.by === 'case-number') return findByCaseNumber(tx, input.caseNumber, MOST_FOUND + 1);
  const number = await readNumber(asking, input.number);
  return 'fault' in number ? refuse('number-invalid', { fault: number.fault }) : findByNumber(tx, numberHash(keys, number), MOST_FOUND + 1);
}

/** One act a search, about the first of its masked hits; each reviewing huvudman is told once, of a record of its own where there is one. */
function maskedHits(actor: Actor, masked: readonly FoundPerson[]): Act {
  const [first] = masked;
  const organisation = assignmentOf(actor)?.organisation.id ?? '';
  const account = getLogin(actor).account;
  const receivers = [...new Set([...masked.map(({ owner }) => owner.id), organisation])];
  return {
    kind: 'persons.find',
    subject: { kind: 'person', id: first?.id ?? '' },
    content: { masked: masked.length },
    tell: receivers.map((receiver): Telling => {
      const person = (masked.find(({ owner }) => owner.id === receiver) ?? first)?.id ?? '';
      return {
        kind: 'protected-looked',
        to: { role: 'log-reviewer', organisation: receiver },
        params: { person, account, organisation, authorised: false },
      };
    }),
  };
}

function found({ keys }: Asking, { row, reach, purpose }: Loaded): FoundPerson {
  return {
    id: row.id,
    owner: { id: row.owner, name: row.owner_name },
    name: maskedName(row.name, reach),
    number: hides(reach, 'name-in-lists') ? undefined : numberOf(keys, row),
    caseNumbers: currentCases(row),
    purpose,
  };
}

function currentCases({ contacts }: RecordRow): string[] {
  return contacts.filter(({ until }) => until === null).map(({ case_number }) => case_number);
}
