import type { z } from 'zod';
import type { AgreementAct } from '../counties/agreement-file.ts';
import type { Process, StepState } from './process.ts';
import type { Decider } from './steps.ts';

type Act = z.infer<typeof AgreementAct>;

const KINDS = { recommend: 'recommended', adopt: 'adopted', establish: 'established', sign: 'signed' } as const satisfies Record<
  StepState['kind'],
  Act['kind']
>;

/** What is said of an act in words: where it is known from, and about each who decided (which body, paragraph and number, with which reservation). */
export type ActWords = {
  readonly source: string;
  readonly noteOf: (step: string, decider: Decider) => { readonly note: string } & { readonly [word in Word]?: string | undefined };
};
const WORDS = ['body', 'paragraph', 'registry', 'reservation'] as const;
type Word = (typeof WORDS)[number];

/** What has happened to a published version: every decision and signature on its own day, and that it takes effect on its first. */
export function publishedActs({ steps }: Process, from: string, { source, noteOf }: ActWords): Act[] {
  const certain = { source, certainty: 'source' } as const;
  const taken = steps.flatMap(({ id, kind, taken: all }) =>
    [...all].map(([decider, { on }]): Act => {
      const { note, ...words } = noteOf(id, decider);
      const said = Object.fromEntries(WORDS.flatMap((word) => (words[word] ? [[word, words[word]]] : [])));
      return { kind: KINDS[kind], on, ...whoseOf(decider), ...said, note, ...certain };
    }),
  );
  return [...taken, { kind: 'took-effect', on: from, ...certain }];
}

/** Who decided: a party in its own body, or a joint body or its seat. */
function whoseOf(decider: Decider): Pick<Act, 'by' | 'parties'> {
  const who = decider.slice(decider.indexOf(':') + 1);
  return decider.startsWith('party:') ? { by: 'each-party', parties: [who] } : { by: who };
}

/**
 * From which day the text applies to a party: its first day, or the day of the party's own decision if that came later. Undefined as long as a party that
 * decides for itself has not.
 */
export function appliesTo({ steps }: Process, party: Decider, from: string | undefined): string | undefined {
  const own = steps.filter(({ deciders }) => deciders.includes(party));
  const days = own.map(({ taken }) => taken.get(party)).map((one) => (one?.outcome === 'approved' ? one.on : undefined));
  if (from === undefined || days.includes(undefined)) return undefined;
  return [from, ...days.filter((day) => day !== undefined)].sort().at(-1);
}
