import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { formatDates, formatDuration, formatPeriod, type MarginTerm } from '../../ui/index.ts';
import { cadenceKindLabels } from './texts.ts';

/** The terms of an agreement under the sentence or section each encodes: `section.sentence` or `section` → what stands in the margin. */
export function marginTerms(agreement: AgreementFile): Map<string, MarginTerm[]> {
  const margin = new Map<string, MarginTerm[]>();
  const put = (cites: readonly string[], label: string, value: string, href?: string) => {
    const term = href ? { label, value, href } : { label, value };
    for (const cite of cites) {
      const beside = margin.get(cite);
      if (beside) beside.push(term);
      else margin.set(cite, [term]);
    }
  };
  const { terms } = agreement;
  put(
    terms.validity.cites,
    'Giltighet',
    terms.validity.to
      ? formatDates(terms.validity.from, terms.validity.to)
      : `${formatDates(terms.validity.from, undefined)}, tills vidare`,
  );
  if (terms.extension) put(terms.extension.cites, 'Förlängning', `${formatDuration(`P${terms.extension.months}M`)}, på villkor`);
  put(
    terms.parties.cites,
    'Parter',
    terms.parties.municipalities === 'all' ? 'regionen och alla kommuner i länet' : 'regionen och vissa kommuner',
  );
  put(terms.target.cites, 'Målgrupp', terms.target.description);
  for (const step of terms.adoption) put(step.cites, 'Beslut', step.description);
  for (const cadence of terms.cadences) put(cadence.cites, cadenceKindLabels[cadence.kind], formatPeriod(cadence.every));
  for (const ladder of terms.ladders) for (const step of ladder.steps) put(step.cites, `${ladder.title}, steg ${step.level}`, step.who);
  if (terms['duty-to-inform']) put(terms['duty-to-inform'].cites, 'Informationsplikt', terms['duty-to-inform'].about);
  if (terms['local-agreements']) put(terms['local-agreements'].cites, 'Lokala överenskommelser', terms['local-agreements'].purpose);
  if (terms.termination) put(terms.termination.cites, 'Uppsägning', terms.termination.allowed ? 'möjlig' : 'inte möjlig');
  if (terms['minor-amendment'])
    put(terms['minor-amendment'].cites, 'Enklare ändringar', `inte ${terms['minor-amendment']['may-not-touch'].join(', ')}`);
  for (const row of agreement.responsibilities) put(row.cites, row.id, row.activity, `/avtal/${agreement.slug}/ansvar#${row.id}`);
  return margin;
}
