import type { z } from 'zod';
import type { AgreementFile, Section } from '../counties/agreement-file.ts';
import { type OutlineFile, type OutlineSection, outlineSections, type TermName } from '../counties/outline-file.ts';
import type { AdoptionStep } from '../counties/terms.ts';
import type { DraftFile } from './draft-file.ts';

const nothingYet = { children: { considered: [], text: '' }, influence: { text: '' }, spent: {} } as const satisfies Omit<
  DraftFile,
  'text'
>;

/**
 * A working copy of a version: text, terms and rows as they are, under a new label. From which day it is to apply remains to be said; what happened to
 * the old version, and what its document said of itself, stays with that one.
 */
export function draftFromVersion(base: AgreementFile, label: string): DraftFile {
  return { ...nothingYet, text: { ...base, version: { label }, acts: [], unknown: [], header: {} } };
}

/** What is known of an agreement before a line of it is written. */
export type NewAgreement = {
  readonly slug: string;
  readonly kind: AgreementFile['kind'];
  readonly parent?: string | undefined;
  readonly title: string;
  readonly label: string;
  /** Whose it is, beside the region's, when it is local. */
  readonly municipalities?: readonly string[] | undefined;
  /** What the text is in the register until it is decided, in words. */
  readonly status: string;
  /** How it is decided, when it is local and nothing else is said. */
  readonly adoption: string;
};

/**
 * A working copy under the headings of an outline. Parties, target group, actors, the headings of the matrix and, for an agreement of the county, the way to
 * a decision are those of the agreement it follows (`model`), each resting on the section where the outline has it.
 */
export function draftFromOutline(outline: OutlineFile, model: AgreementFile, wanted: NewAgreement): DraftFile {
  const { slug, kind, parent, title, label, municipalities, status } = wanted;
  const cites = (term: TermName) => citesFor(outline, term);
  const step = { id: 'beslut', step: 'adopt', by: ['each-party'], description: wanted.adoption } as const;
  const adoption: z.infer<typeof AdoptionStep>[] =
    kind === 'county'
      ? model.terms.adoption.map((one) => ({ ...one, cites: cites('adoption') }))
      : [{ ...step, by: [...step.by], cites: cites('adoption') }];
  const { description, when, conditions, certainty } = model.terms.target;
  return {
    ...nothingYet,
    text: {
      slug,
      county: model.county,
      kind,
      ...(parent ? { parent } : {}),
      area: model.area,
      title,
      short: title,
      version: { label },
      source: { title, document: slug, status, certainty: 'source' },
      header: {},
      outline: outline.id,
      sections: outline.sections.map(sectionOf),
      terms: {
        parties: {
          region: true,
          municipalities: municipalities ? [...municipalities] : model.terms.parties.municipalities,
          cites: cites('parties'),
        },
        target: {
          description,
          ...(when ? { when } : {}),
          ...(conditions ? { conditions } : {}),
          'applies-instead': [],
          vulnerable: [],
          certainty,
          cites: cites('target'),
        },
        adoption,
      },
      acts: [],
      unknown: [],
      earlier: [],
      related: [],
      stale: [],
      matrix: { layout: model.matrix.layout, groups: model.matrix.groups },
      actors: model.actors,
      responsibilities: [],
      knowledge: [],
    },
  };
}

/** The sections of an outline that a term rests on; the first of all where it names none. */
function citesFor(outline: OutlineFile, term: TermName): string[] {
  const all = outlineSections(outline.sections);
  const found = all.filter(({ encodes }) => encodes.includes(term)).map(({ id }) => id);
  return found.length > 0 ? found : all.slice(0, 1).map(({ id }) => id);
}

function sectionOf({ id, number, heading, sections }: OutlineSection): Section {
  return { id, ...(number ? { number } : {}), heading, sentences: {}, deepening: [], sections: sections.map(sectionOf) };
}
