import type { AgreementFile } from '../../counties/agreement-file.ts';
import type { CountyFile } from '../../counties/county-file.ts';
import type { ResponsibilityRow } from '../../counties/responsibility.ts';
import { sectionsOf } from '../sections.ts';
import type { Change } from './change.ts';
import { isUntouched, type VersionDiff } from './diff-versions.ts';
import { partiesOf } from './touching.ts';

/** `because`: which changes of the meaning, by their places in the diff. */
type Because = { readonly because: readonly number[] };

/** An agreement of a part of the county that has to be looked through. `places`: sections that speak of what changed; none named: all of it. */
export type TouchedAgreement = Because & {
  readonly slug: string;
  readonly version: string;
  readonly short: string;
  readonly places: readonly { readonly section: string; readonly heading: string; readonly because: readonly number[] }[];
  /** Changes that nothing in it points at, so that all of it has to be looked through for them. */
  readonly elsewhere: readonly number[];
};

/** What a change touches outside the agreement itself. */
export type Touched = {
  readonly local: readonly TouchedAgreement[];
  /** Rows of other agreements that are known to be at odds with a row that changed. */
  readonly conflicts: readonly (Because & { readonly slug: string; readonly row: string })[];
  readonly contacts: readonly (Because & { readonly contact: CountyFile['contacts'][number] })[];
  /** People whose duties change, as professions at kinds of unit; null: whoever works there, or whoever has the profession. */
  readonly people: readonly (Because & { readonly performer: string | null; readonly role: string | null })[];
  /** Bodies of the county that have something to decide or do; `each-party` is every party in its own. */
  readonly bodies: readonly (Because & { readonly body: string })[];
};

/**
 * What has to be looked through after a change: local agreements beneath the agreement, rows of other agreements at odds with a changed row,
 * contacts, people and bodies. `others`: the agreements of the county, one version of each. A local agreement of a touched municipality is
 * there whenever something changed, also when nothing in it can be pointed at: none is missed.
 */
export function touchedBy(diff: VersionDiff, county: Pick<CountyFile, 'contacts'>, others: readonly AgreementFile[]): Touched {
  const changes = [...diff.meaning.entries()];
  return {
    local: others.filter(({ parent }) => parent === diff.to.slug).flatMap((local) => touchedLocal(diff, local)),
    conflicts: others.flatMap(({ slug, responsibilities }) => responsibilities.flatMap((row) => atOdds(diff, slug, row))),
    contacts: county.contacts.flatMap((contact) => {
      const because = changes.filter(([, change]) => concerns(change, contact)).map(([index]) => index);
      return because.length > 0 ? [{ contact, because }] : [];
    }),
    people: peopleOf(changes),
    bodies: grouped(changes.flatMap(([index, { touches }]) => touches.bodies.map((body) => [body, index] as const))).map(
      ([body, because]) => ({
        body: body.split('.')[0] ?? body,
        because,
      }),
    ),
  };
}

function touchedLocal(diff: VersionDiff, local: AgreementFile): TouchedAgreement[] {
  const own = new Set(partiesOf(local, diff.municipalities));
  const mine = [...diff.meaning.entries()].filter(([, { touches }]) => touches.municipalities.some((code) => own.has(code)));
  if (mine.length === 0 && diff.text.every(isUntouched)) return [];
  const headings = new Map(sectionsOf(local.sections).map(({ section: { id, heading } }) => [id, heading]));
  const pointed = mine.map(([index, change]) => [index, sectionsOn(diff, change, local)] as const);
  return [
    {
      slug: local.slug,
      version: local.version.label,
      short: local.short,
      because: mine.map(([index]) => index),
      places: grouped(pointed.flatMap(([index, sections]) => sections.map((section) => [section, index] as const))).map(
        ([section, because]) => ({ section, heading: headings.get(section) ?? section, because }),
      ),
      elsewhere: pointed.filter(([, sections]) => sections.length === 0).map(([index]) => index),
    },
  ];
}

/** The sections of a local agreement that speak of a change: of the same row or the same activity, or the part that the parent asks for. */
function sectionsOn(diff: VersionDiff, change: Change, local: AgreementFile): string[] {
  if (change.kind === 'local-part' || change.kind === 'local-guidance')
    return sectionsOf(local.sections).some(({ section }) => section.id === change.what) ? [change.what] : [];
  if (!change.kind.startsWith('duty')) return [];
  const names = rowIds(diff, change);
  const rows = [...diff.from.responsibilities, ...diff.to.responsibilities].filter(({ id }) => names.includes(id));
  const speaking = local.responsibilities.filter((row) =>
    rows.some(
      ({ id, comparable }) =>
        row.id === id || (comparable !== undefined && row.comparable === comparable) || isAtOdds(row, diff.to.slug, id),
    ),
  );
  return [...new Set(speaking.flatMap(({ cites }) => cites.map((cite) => cite.split('.')[0] ?? cite)))];
}

/** The ids of the row that a change is about: the one it has, and the one it had. */
function rowIds({ meaning }: VersionDiff, { what }: Change): string[] {
  const former = meaning.flatMap((one) => (one.kind === 'duty-id' && one.what === what && one.from?.as === 'text' ? [one.from.text] : []));
  return [what, ...former];
}

function isAtOdds(row: ResponsibilityRow, agreement: string, id: string): boolean {
  return row.conflicts.some((one) => one.agreement === agreement && one.row === id);
}

function atOdds(diff: VersionDiff, slug: string, row: ResponsibilityRow): Touched['conflicts'][number][] {
  const because = [...diff.meaning.entries()].filter(
    ([, change]) => change.kind.startsWith('duty') && rowIds(diff, change).some((id) => isAtOdds(row, diff.to.slug, id)),
  );
  return because.length > 0 ? [{ slug, row: row.id, because: because.map(([index]) => index) }] : [];
}

/** A contact of a kind of unit whose work changed, in a municipality that it changed in; without municipality it is of the whole county. */
function concerns({ touches }: Change, { performers, municipality }: CountyFile['contacts'][number]): boolean {
  if (municipality !== undefined && !touches.municipalities.includes(municipality)) return false;
  return touches.actors.some((actor) => actor.performers.some((performer) => performers.includes(performer)));
}

function peopleOf(changes: readonly (readonly [number, Change])[]): Touched['people'] {
  const pairs = changes.flatMap(([index, { touches }]) =>
    touches.actors.flatMap(({ performers, roles }) => {
      if (performers.length + roles.length === 0) return [];
      return orNone(performers).flatMap((performer) => orNone(roles).map((role) => [JSON.stringify([performer, role]), index] as const));
    }),
  );
  return grouped(pairs).map(([key, because]) => {
    const [performer = null, role = null] = JSON.parse(key) as (string | null)[];
    return { performer, role, because };
  });
}

function orNone(values: readonly string[]): readonly (string | null)[] {
  return values.length > 0 ? values : [null];
}

/** Keys in order, each with its numbers once. */
function grouped(pairs: readonly (readonly [string, number])[]): [string, number[]][] {
  const groups = new Map<string, Set<number>>();
  for (const [key, index] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(index));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, numbers]) => [key, [...numbers].sort((a, b) => a - b)]);
}
