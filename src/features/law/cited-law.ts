import type { LawFile } from '../../domain/counties/national-files.ts';
import type { Citation } from '../../domain/law/citation.ts';
import { citationsOf, isStale, type ResolvedCitation } from '../../domain/law/citations-of.ts';
import { knownStatutes } from '../../domain/law/known-statutes.ts';
import { parseCitations } from '../../domain/law/parse-citations.ts';
import { resolveCitation } from '../../domain/law/resolve-citation.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';
import { type LawSentence, type LawVersion, listLawVersions, listSlugs } from './law.sql.ts';

/** One citation in one sentence of an agreement, with what it comes to on the day. */
export type AgreementCitation = ResolvedCitation & { readonly sentence: LawSentence };

/** A statement that has gone stale by fact rather than by repeal, with where it stands. */
export type StaleStatement = { slug: string; short: string; county: string; cite: string; since: string; text: string };

/** A version with the sentences that cite law, and what they cite: the same on every day. */
type CitingVersion = Omit<LawVersion, 'sentences'> & {
  readonly citing: readonly { readonly sentence: LawSentence; readonly citations: readonly Citation[] }[];
};

/** Agreements whose sentences stay read. Reading one takes some milliseconds; what is kept of it is small. */
const MOST_KEPT = 1000;

/** The versions of an agreement, oldest first. */
const citingVersions = perRevision(async (tx, slug): Promise<CitingVersion[]> => {
  const known = knownStatutes(await nationalFile(tx, 'law'));
  return (await listLawVersions(tx, slug)).map(({ sentences, ...version }) => {
    const { label, short, county, writtenOn } = version;
    const citing = sentences.flatMap(([cite, position, text]) => {
      const citations = parseCitations(text, known);
      return citations.length > 0 ? [{ sentence: { slug, label, short, county, cite, position, text, writtenOn }, citations }] : [];
    });
    return { ...version, citing };
  });
}, MOST_KEPT);

/** Every law citation in the agreements on a day, by agreement and in reading order. */
export const citationsOn: (tx: Tx, on?: string) => Promise<AgreementCitation[]> = perRevision(async (tx, on) => {
  const all: AgreementCitation[] = [];
  for (const slug of await listSlugs(tx)) all.push(...(await citationsOfAgreement(tx, slug, on)));
  return all;
}, 2);

/** The first day of the version to read on a day; undefined when there is no such agreement. */
export async function writtenOnOf(tx: Tx, slug: string, on: string): Promise<string | undefined> {
  return versionOn(await citingVersions(tx, slug), on)?.writtenOn;
}

/** The law citations of one agreement on a day, in reading order; those of the version that began on `writtenOn` when that is given. */
export async function citationsOfAgreement(tx: Tx, slug: string, on: string, writtenOn?: string): Promise<AgreementCitation[]> {
  const versions = await citingVersions(tx, slug);
  const version = writtenOn === undefined ? versionOn(versions, on) : versions.find((one) => one.writtenOn === writtenOn);
  if (!version) return [];
  const law = await nationalFile(tx, 'law');
  const [day, written] = [Temporal.PlainDate.from(on), Temporal.PlainDate.from(version.writtenOn)];
  return version.citing.flatMap(({ sentence, citations }) =>
    citations.map((citation) => ({ citation, resolution: resolveCitation(citation, law, day, written), sentence })),
  );
}

/** What has gone stale by fact in the agreements, on a day. */
export async function staleStatementsOn(tx: Tx, on: string): Promise<StaleStatement[]> {
  const all: StaleStatement[] = [];
  for (const slug of await listSlugs(tx)) {
    const version = versionOn(await citingVersions(tx, slug), on);
    const begun = version?.stale.filter(({ since }) => since <= on).sort((a, b) => a.since.localeCompare(b.since)) ?? [];
    for (const { since, text, cites } of begun) {
      all.push({ slug, short: version?.short ?? '', county: version?.county ?? '', cite: cites[0] ?? '', since, text });
    }
  }
  return all;
}

/** The newest version that had begun on the day, else the first. */
function versionOn(versions: readonly CitingVersion[], on: string): CitingVersion | undefined {
  return versions.findLast(({ writtenOn }) => writtenOn <= on) ?? versions[0];
}

/** The citations of running text, in order, with what each comes to. */
export function citationsIn(text: string, law: LawFile, on: string, writtenOn: string): ResolvedCitation[] {
  return citationsOf(text, law, Temporal.PlainDate.from(on), Temporal.PlainDate.from(writtenOn));
}

/** Does the citation need a warning: repealed, or not to be found? */
export function isStaleCitation({ resolution }: ResolvedCitation): boolean {
  return isStale(resolution);
}
