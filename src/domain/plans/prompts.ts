import { sectionsOf, sentencesOf } from '../agreements/sections.ts';
import type { AgreementFile } from '../counties/agreement-file.ts';
import { Circumstance, type CountyPlanning, type PlanningFile, type PlanPrompt } from '../counties/planning.ts';

export const circumstances = Circumstance.options;

/** What has been answered about each circumstance; what is not here nobody has asked. */
export type Circumstances = { readonly [About in Circumstance]?: 'yes' | 'no' | undefined };

/** Where an agreement that is in force asks for attention: sections and sentences of it. */
export type AskedIn = { readonly agreement: string; readonly cites: readonly string[] };

/** A prompt to show, and the agreements in force that ask for the same. */
export type ShownPrompt = { readonly prompt: PlanPrompt; readonly askedIn: readonly AskedIn[] };

type InForce = Pick<AgreementFile, 'slug' | 'sections'>;

/**
 * What to do and to ask, circumstance by circumstance: what to do where it is there, what to ask where nobody has asked, nothing where the answer is
 * no. Law is the same in every county; `agreements` are the versions in force for the municipality on the day.
 */
export function promptsFor(
  answers: Circumstances,
  national: Pick<PlanningFile, 'prompts'>,
  county: CountyPlanning | undefined,
  agreements: readonly InForce[],
): ShownPrompt[] {
  return circumstances.flatMap((about) => {
    const when = answers[about] ?? 'not-asked';
    const prompts = national.prompts.filter((prompt) => prompt.about === about && prompt.when === when);
    const askedIn = prompts.length > 0 ? askedInOf(about, county, agreements) : [];
    return prompts.map((prompt) => ({ prompt, askedIn }));
  });
}

/** Where agreements in force ask for attention to a circumstance. A place that the version in force does not have is left out. */
export function askedInOf(about: Circumstance, county: CountyPlanning | undefined, agreements: readonly InForce[]): AskedIn[] {
  return (county?.themes ?? []).flatMap((theme) => {
    const agreement = theme.about === about ? agreements.find(({ slug }) => slug === theme.agreement) : undefined;
    if (!agreement) return [];
    const there = placesIn(agreement);
    const cites = theme.cites.filter((cite) => there.has(cite));
    return cites.length > 0 ? [{ agreement: agreement.slug, cites }] : [];
  });
}

function placesIn(agreement: InForce): ReadonlySet<string> {
  return new Set([...sectionsOf(agreement.sections).map(({ section }) => section.id), ...sentencesOf(agreement).map(({ cite }) => cite)]);
}
