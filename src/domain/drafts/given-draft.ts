import type { Section } from '../counties/agreement-file.ts';
import { DraftFile } from './draft-file.ts';

/** A draft of nothing but these sections. For tests; `more`: what else its text has. */
export function givenDraft(sections: readonly Section[], more: object = {}): DraftFile {
  return DraftFile.parse({
    text: {
      slug: 'prov',
      county: '20',
      kind: 'county',
      area: 'missbruk-beroende',
      title: 'Prov',
      short: 'Prov',
      version: { label: '1' },
      source: { title: 'Prov', document: 'prov', status: 'arbete', certainty: 'source' },
      outline: 'prov',
      sections,
      terms: {},
      matrix: { layout: 'groups', groups: [{ id: 'g', heading: 'G' }] },
      actors: {},
      ...more,
    },
  });
}
