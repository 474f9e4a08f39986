import { type Status, statusOn } from '../../domain/agreements/status.ts';
import { versionToRead } from '../../domain/agreements/version-on.ts';
import type { AgreementFile, Section } from '../../domain/counties/agreement-file.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { listRegisterVersions, listVersions, listVersionsOfCounty, type RegisterVersion } from './agreements.sql.ts';

/** An agreement on a day: the version to read then, and its status. */
export type AgreementOn<V = AgreementFile> = { readonly agreement: V; readonly versions: readonly V[]; readonly status: Status };

/** More than Sweden has. What is made of a county's agreements is remembered too, and shares them. */
const COUNTIES = 32;

const register = perRevision(async (tx) => Map.groupBy(await listRegisterVersions(tx), (version) => version.slug));
/** Whole texts take room, readers come back to the same few, and another is read in some milliseconds. */
const versions = perRevision(listVersions, 16);
const ofCounty = perRevision(async (tx, county) => {
  const registered = await register(tx);
  const all = (await listVersionsOfCounty(tx, county)).map((file) => lean(file, registered.get(file.slug) ?? []));
  return Map.groupBy(all, (version) => version.slug);
}, COUNTIES);

/** Every agreement in the register with its status on the day, without text. */
export async function registerOn(tx: Tx, on: Temporal.PlainDate): Promise<AgreementOn<RegisterVersion>[]> {
  return [...(await register(tx)).values()].map((all) => agreementOn(all, on));
}

/** Which agreement, and which of its versions when that is not the one to read on the day. */
export type WantedVersion = { slug: string; label?: string | undefined };

type NotFound = Refusal<'agreement-not-found' | 'version-not-found'>;

/**
 * One agreement with text, on a day: the version to read then or, with `label`, that very version with the status it has itself.
 * Refuses `agreement-not-found`, and `version-not-found` when `label` names no held version.
 */
export async function versionOn(tx: Tx, wanted: WantedVersion, on: Temporal.PlainDate): Promise<AgreementOn | NotFound> {
  return oneOf(await versions(tx, wanted.slug), wanted, on);
}

/** As `versionOn`, from the register: without text, which need not be read then. */
export async function registeredOn(
  tx: Tx,
  wanted: WantedVersion,
  on: Temporal.PlainDate,
): Promise<AgreementOn<RegisterVersion> | NotFound> {
  return oneOf((await register(tx)).get(wanted.slug) ?? [], wanted, on);
}

function oneOf<V extends RegisterVersion>(
  all: readonly V[],
  { slug, label }: WantedVersion,
  on: Temporal.PlainDate,
): AgreementOn<V> | NotFound {
  if (all.length === 0) return refuse('agreement-not-found', { slug });
  if (!label) return agreementOn(all, on);
  const agreement = all.find(({ version }) => version.label === label);
  return agreement ? { agreement, versions: all, status: statusOn(agreement, on) } : refuse('version-not-found', { slug, label });
}

/** As `versionOn`, with all but the sentences: from what is remembered of the whole county, for what works with rules alone. */
export async function rulesOn(tx: Tx, wanted: WantedVersion, on: Temporal.PlainDate): Promise<AgreementOn | NotFound> {
  const [registered] = (await register(tx)).get(wanted.slug) ?? [];
  return oneOf(registered ? ((await ofCounty(tx, registered.county)).get(wanted.slug) ?? []) : [], wanted, on);
}

/** The agreements of a county on a day, with all but their sentences. */
export async function agreementsOfCountyOn(tx: Tx, county: string, on: Temporal.PlainDate): Promise<AgreementOn[]> {
  return [...(await ofCounty(tx, county)).values()].map((all) => agreementOn(all, on));
}

function agreementOn<V extends Pick<AgreementFile, 'version' | 'terms' | 'acts' | 'unknown'>>(
  all: readonly V[],
  on: Temporal.PlainDate,
): AgreementOn<V> {
  const agreement = versionToRead(all, on);
  return { agreement, versions: all, status: statusOn(agreement, on) };
}

/**
 * What rules need, since whole counties are remembered: the outline for citing it, but not the sentences, which are the most of an
 * agreement; and what the register remembers already is the same here.
 */
function lean(agreement: AgreementFile, registered: readonly RegisterVersion[]): AgreementFile {
  const bare = (section: Section): Section => ({ ...section, sentences: {}, sections: section.sections.map(bare) });
  const known = registered.find(({ version }) => version.label === agreement.version.label);
  return { ...agreement, ...known, sections: agreement.sections.map(bare) };
}
