import { CountyFile } from '../../counties/county-file.ts';
import { TaxonomyFile } from '../../counties/national-files.ts';
import { law } from '../../law/given-law.ts';
import { sourceOfText } from '../source-of-text.ts';
import { structureText } from '../structure-text.ts';
import type { Knowledge } from './knowledge.ts';
import type { Proposal, ProposalKind, ValueOf } from './proposal.ts';
import { proposeTerms } from './propose-terms.ts';

const county = CountyFile.parse({
  code: '99',
  name: 'Fjällmarks län',
  region: { name: 'Region Fjällmark' },
  municipalities: [
    { code: '9901', name: 'Norrälva' },
    { code: '9902', name: 'Granfors' },
  ],
  bodies: [
    {
      id: 'samradet',
      name: 'Fjällmarks samråd',
      kind: 'political',
      level: 'county',
      task: 'Beslutar.',
      seats: [{ id: 'chair', title: 'Ordförande' }],
      certainty: 'source',
    },
    {
      id: 'fackgruppen',
      name: 'Fackgruppen för beroende',
      kind: 'strategy',
      level: 'county',
      task: 'Skriver.',
      seats: [],
      certainty: 'source',
    },
    {
      id: 'fackgruppen-barn',
      name: 'Fackgruppen för barn',
      kind: 'strategy',
      level: 'county',
      task: 'Skriver.',
      seats: [],
      certainty: 'source',
    },
  ],
});

const taxonomy = TaxonomyFile.parse({
  source: 'Påhittad',
  performers: [{ id: 'tandvard', label: 'Tandvård', authority: 'region' }],
  roles: [],
  support: [],
  'age-groups': [],
  severities: [],
  conditions: [],
});

/** An invented county, a small vocabulary and one act, read on 22 November 2026. */
export const givenKnowledge: Knowledge = { county, taxonomy, law, day: Temporal.PlainDate.from('2026-11-22') };

/** What is proposed for an invented text in Markdown. */
export function proposedFor(markdown: string, knowledge: Knowledge = givenKnowledge): Proposal[] {
  return proposeTerms(structureText(sourceOfText(markdown, 'markdown')), knowledge);
}

/** The values proposed of one kind. */
export function valuesFor<Kind extends ProposalKind>(kind: Kind, markdown: string): ValueOf<Kind>[] {
  return proposedFor(markdown).flatMap((one) => (one.kind === kind ? [one.value as ValueOf<Kind>] : []));
}
