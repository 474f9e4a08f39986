import { z } from 'zod';
import type { Proposal } from '../../src/domain/imports/proposals/proposal.ts';
import { ACTOR_WORDS } from '../../src/domain/imports/proposals/vocabulary/actors.ts';

/** One thing a person finds: its value in short, and the lines of the document where it is said. */
const KeyItem = z.strictObject({
  kind: z.string(),
  lines: z.array(z.int().min(1)).min(1),
  is: z.string().optional(),
  what: z.string().optional(),
  who: z.array(z.string()).optional(),
  when: z.string().optional(),
  maybe: z.boolean().default(false),
});
export type KeyItem = z.infer<typeof KeyItem>;
export const Key = z.strictObject({ document: z.string(), county: z.string(), 'read-on': z.iso.date(), items: z.array(KeyItem).min(1) });

type Of<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>['value'];

function targetText({ conditions = {}, vulnerable = [] }: Of<'target'>): string {
  const { age, substance, psychiatric } = conditions;
  const parts = [age && 'min' in age ? `age ${age.min}-` : '', psychiatric ? 'psychiatric' : '', substance ? 'substance' : ''];
  return [...parts, vulnerable.length > 0 ? 'vulnerable' : ''].filter((part) => part !== '').join(' ');
}

/** A value in the short form the key is written in; undefined for the kinds that are compared in their own way. */
function shortForm(proposal: Proposal): string | undefined {
  const { kind, value } = proposal;
  if (kind === 'parties') return `region ${value.municipalities === 'all' ? 'all' : value.municipalities.join(' ')}`;
  if (kind === 'target') return targetText(value);
  if (kind === 'validity') return [value.from, value.to].filter(Boolean).join(' ');
  if (kind === 'extension') return [value.months, ...value.requires].join(' ');
  if (kind === 'cadence') return [value.of, value.kind, value.every, value.strength].join(' ');
  if (kind === 'adoption') return [value.step, ...value.by.toSorted()].join(' ');
  if (kind === 'passed-date') return value.to;
  if (kind === 'duty-to-inform') return 'yes';
  if (kind === 'local-agreements') return value.per ?? '';
  if (kind === 'termination') return value.allowed ? 'yes' : 'no';
  if (kind === 'minor-amendment') return value.by.join(' ');
  return undefined;
}

const has = (text: string, pattern: string) => new RegExp(pattern, 'iu').test(text);

const CLASSES = new Set(ACTOR_WORDS.map(({ actor }) => actor));

/** Classes of the vocabulary by their ids; whoever else by a part of the name as written. */
function sameActors(item: KeyItem, value: Of<'responsibility'>): boolean {
  const wanted = item.who ?? [];
  if (wanted.length === 0) return true;
  const given = value.actors.flatMap(({ actor, name }) =>
    actor === 'both' ? ['region', 'municipality'].map((one) => ({ actor: one, name: one })) : [{ actor, name }],
  );
  const distinct = new Set(given.map(({ actor, name }) => (actor === 'named' ? name : actor)));
  const isGiven = (one: string) =>
    given.some(({ actor, name }) => one === actor || (!CLASSES.has(one) && name.toLowerCase().includes(one.toLowerCase())));
  return wanted.length === distinct.size && wanted.every(isGiven);
}

/** A condition the key names must be there; one it does not name must not have been turned into a fact. */
function sameCondition(item: KeyItem, value: Of<'responsibility'>): boolean {
  const facts = Object.keys(value.conditions);
  if (item.when === undefined) return facts.length === 0 || item.maybe;
  return has([...facts, value['conditions-text'] ?? '', value.activity].join(' '), item.when);
}

function sameValue(item: KeyItem, proposal: Proposal): boolean {
  const { kind, value } = proposal;
  if (kind === 'responsibility') return has(value.activity, item.what ?? '') && sameActors(item, value) && sameCondition(item, value);
  if (kind === 'body') return value.body === item.is || (value.body === undefined && has(value.name, item.is ?? ''));
  if (kind === 'link' || kind === 'reference') return has(value.title, item.is ?? '');
  if (kind === 'ladder-step') {
    const [ladder = '', level = '', who = ''] = (item.is ?? '').split(' ');
    return (
      value.ladder === ladder && value.level === Number(level) && (value.body === who || (value.body === undefined && has(value.who, who)))
    );
  }
  const wanted = (item.is ?? '').split(' ');
  const isAdoption = kind === 'adoption';
  const expected = isAdoption ? [wanted[0], ...wanted.slice(1).toSorted()].join(' ') : item.is;
  return shortForm(proposal) === expected;
}

/** The lines of `raw` that a proposal's words touch. */
export function linesOf(proposal: Proposal, raw: string): Set<number> {
  const lineAt = (at: number) => raw.slice(0, at).split('\n').length;
  return new Set(
    proposal.spans.flatMap(({ from, to }) => {
      const first = lineAt(from);
      return Array.from({ length: lineAt(Math.max(from, to - 1)) - first + 1 }, (_, step) => first + step);
    }),
  );
}

export type Score = { kind: string; expected: number; found: number; right: number; met: number; missed: string[]; wrong: string[] };

const describeItem = (item: KeyItem) =>
  `${item.lines.join(',')}: ${[item.is, item.what, item.who?.join('+'), item.when].filter(Boolean).join(' | ')}`;

/**
 * One kind against its key. A proposal is right when some item has its value and place; an item is met when some right proposal has it.
 * What the key marks `maybe` may be found or not: it is neither missed nor wrong. A proposal meets one item at most, an unmet one first.
 */
export function scoreKind(kind: string, items: readonly KeyItem[], proposals: readonly Proposal[], raw: string): Score {
  const met = new Set<KeyItem>();
  const wrong: string[] = [];
  let right = 0;
  let found = 0;
  for (const proposal of proposals) {
    const lines = linesOf(proposal, raw);
    const fits = items.filter((item) => item.lines.some((line) => lines.has(line)) && sameValue(item, proposal));
    const chosen = fits.find((item) => !met.has(item) && !item.maybe) ?? fits.find((item) => !item.maybe) ?? fits[0];
    if (chosen?.maybe) continue;
    found += 1;
    if (chosen) {
      met.add(chosen);
      right += 1;
    } else wrong.push(`${[...lines].join(',')}: ${JSON.stringify(proposal.value)}`);
  }
  const wanted = items.filter((item) => !item.maybe);
  const missed = wanted.filter((item) => !met.has(item)).map(describeItem);
  return { kind, expected: wanted.length, found, right, met: met.size, missed, wrong };
}
