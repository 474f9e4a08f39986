import type { AgreementFile, Section } from '../counties/agreement-file.ts';
import type { Condition, Conditions } from '../counties/conditions.ts';
import type { ResponsibilityRow } from '../counties/responsibility.ts';
import { NEED } from './fact-value.ts';
import { type Placement, placementsOf, type Who, whoOf } from './who.ts';

export type Test = readonly [fact: string, condition: Condition];

/** Where in an agreement a duty is written: the section with its heading and, where known, the sentence. */
export type Citation = { readonly section: string; readonly number?: string; readonly heading: string; readonly sentence?: string };

/** A row made ready: what a request needs and does not change between requests. */
export type CompiledRow = {
  /** `<agreement slug>/<row id>`. */
  readonly key: string;
  readonly row: ResponsibilityRow;
  readonly who: readonly Who[];
  readonly placements: readonly Placement[];
  readonly citations: readonly Citation[];
  /** What selects the row. For a row that always holds: without what help is sought for. */
  readonly when: readonly Test[];
  /** Every way to be selected, `when` first: one that holds is enough. */
  readonly alternatives: readonly (readonly Test[])[];
  readonly conditions: readonly Test[];
  /** Holds by law for everyone it concerns, inside the agreement's target group or not. */
  readonly byLaw: boolean;
  /** Agreements and routines that say more, as the agreement names them. */
  readonly linked: readonly Linked[];
};

export type Linked = AgreementFile['related'][number];

export type CompiledAgreement = {
  readonly agreement: AgreementFile;
  readonly when: readonly Test[];
  readonly scope: readonly Test[];
  readonly rows: readonly CompiledRow[];
  /** Per related agreement whose text is not held: the situations it speaks of. */
  readonly speaksElsewhere: readonly (readonly Test[])[];
};

const made = new WeakMap<AgreementFile, CompiledAgreement>();

/** An agreement made ready for the navigator: actors spelled out, citations looked up, conditions as lists. Made once for each file. */
export function compileAgreement(agreement: AgreementFile): CompiledAgreement {
  let compiled = made.get(agreement);
  if (!compiled) {
    compiled = compiledOf(agreement);
    made.set(agreement, compiled);
  }
  return compiled;
}

function compiledOf(agreement: AgreementFile): CompiledAgreement {
  const sections = sectionsById(agreement.sections);
  return {
    agreement,
    when: tests(agreement.terms.target.when),
    scope: tests(agreement.terms.target.conditions),
    speaksElsewhere: speakingElsewhere(agreement).map((related) => tests(related['speaks-of'])),
    rows: agreement.responsibilities.map((row) => {
      const who = whoOf(agreement, row);
      const when = tests(row.when).filter(([fact]) => !(row.always && fact === NEED));
      return {
        key: rowKey(agreement.slug, row.id),
        row,
        who,
        placements: placementsOf(row, who),
        citations: citationsOf(row.cites, sections),
        when,
        alternatives: [when, ...row['also-when'].map(tests)],
        conditions: tests(row.conditions),
        byLaw: row.always && row.law.length > 0,
        linked: linkedTo(row, agreement.related),
      };
    }),
  };
}

/** The related documents that a row links to. A link to an agreement that this one does not list as related has no title here, and is left out. */
export function linkedTo({ linked }: Pick<ResponsibilityRow, 'linked'>, related: readonly Linked[]): Linked[] {
  return related.filter(({ slug }) => linked.includes(slug));
}

/** The related agreements whose text is not held, and of which it is known what situations they speak of. */
export function speakingElsewhere({ related }: Pick<AgreementFile, 'related'>): Linked[] {
  return related.filter((one) => !one.held && one['speaks-of'] !== undefined);
}

/** How a duty is named across agreements. */
export function rowKey(slug: string, row: string): string {
  return `${slug}/${row}`;
}

function tests(conditions: Conditions | undefined): Test[] {
  return Object.entries(conditions ?? {});
}

function sectionsById(sections: readonly Section[]): Map<string, Section> {
  return new Map(sections.flatMap((section) => [[section.id, section] as const, ...sectionsById(section.sections)]));
}

function citationsOf(cites: readonly string[], sections: ReadonlyMap<string, Section>): Citation[] {
  return cites.map((cite) => {
    const [id = cite, sentence] = cite.split('.');
    const section = sections.get(id);
    return {
      section: id,
      ...(section?.number === undefined ? {} : { number: section.number }),
      heading: section?.heading ?? id,
      ...(sentence === undefined ? {} : { sentence }),
    };
  });
}
