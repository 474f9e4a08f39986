import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { listAgreements } from '../agreements/index.ts';
import type { DraftReading } from './parts.tsx';

/** Agreements to choose among, by what they are called. */
export type AgreementChoice = { readonly value: string; readonly label: string };

/** Other agreements that a draft may point at: those that its text names, and those of the county; what is chosen now and is neither last, by its name in the register. */
export async function agreementChoices(
  scope: Scope,
  { draft: { text }, row }: DraftReading,
  chosen: readonly string[],
): Promise<{ readonly named: AgreementChoice[]; readonly county: AgreementChoice[] }> {
  const listed = await listAgreements(scope, { county: row.county, limit: 200 });
  const named = text.related.map(({ slug, title }) => ({ value: slug, label: title }));
  const known = new Set([row.slug, ...named.map(({ value }) => value)]);
  const county = isRefusal(listed)
    ? []
    : listed.items.flatMap(({ agreement: { slug, short } }) => (known.has(slug) ? [] : [{ value: slug, label: short }]));
  for (const { value } of county) known.add(value);
  const strange = chosen.filter((slug) => !known.has(slug)).map((slug) => ({ value: slug, label: slug }));
  return { named: [...named, ...strange], county };
}
