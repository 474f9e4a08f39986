import type { AgreementFile } from '../counties/agreement-file.ts';
import { isConfirmationOld } from '../counties/confirmation.ts';
import { sectionsOf } from './sections.ts';
import type { StatusCode } from './status.ts';

/**
 * How a document or link of the family stands. `held`: in this register and in force; `held-not-in-force`: in this register, but
 * not in force on the day; `reachable`, `moved`, `gone`: as the last recorded check found it; `check-old`: that check is more than
 * six months old; `not-checked`: there is an address that nobody has recorded a check of; `no-address`: only a title is known.
 */
export type DocumentState = 'held' | 'held-not-in-force' | 'reachable' | 'moved' | 'gone' | 'check-old' | 'not-checked' | 'no-address';

export type FamilyDocument = {
  readonly title: string;
  readonly kind: 'deepening' | AgreementFile['related'][number]['kind'];
  /** The section that has the link; absent for documents of the agreement as a whole. */
  readonly section?: { readonly id: string; readonly heading: string };
  readonly href?: string;
  readonly state: DocumentState;
  /** ISO day of the last recorded check. */
  readonly checked?: string;
};

/** What the register holds: agreements by slug with their status on the day, and the ids of its knowledge pages. */
export type Held = { readonly agreements: ReadonlyMap<string, StatusCode>; readonly knowledge: ReadonlySet<string> };

const IN_FORCE: ReadonlySet<StatusCode> = new Set(['in-force', 'extended']);

/**
 * The annexes, routines, related agreements and deepening links of an agreement, each with how it stands on the day. Works on
 * what is recorded and asks no other server. Order: related documents as in the file, then links in reading order.
 */
export function documentFamily(agreement: AgreementFile, held: Held, on: Temporal.PlainDate): FamilyDocument[] {
  const related = agreement.related.map(({ slug, title, kind, url, checked }): FamilyDocument => {
    const status = held.agreements.get(slug);
    if (status) return { title, kind, href: `/avtal/${slug}`, state: IN_FORCE.has(status) ? 'held' : 'held-not-in-force' };
    return { title, kind, ...outside(url, checked, on) };
  });
  const deepening = sectionsOf(agreement.sections).flatMap(({ section }) =>
    section.deepening.map(({ title, url, knowledge, checked }): FamilyDocument => {
      const base = { title, kind: 'deepening' as const, section: { id: section.id, heading: section.heading } };
      if (knowledge && held.knowledge.has(knowledge)) return { ...base, href: `/kunskap/${knowledge}`, state: 'held' };
      return { ...base, ...outside(url, checked, on) };
    }),
  );
  return [...related, ...deepening];
}

type Checked = AgreementFile['related'][number]['checked'];

function outside(url: string | undefined, checked: Checked, on: Temporal.PlainDate): Pick<FamilyDocument, 'href' | 'state' | 'checked'> {
  if (!url) return { state: 'no-address' };
  if (!checked) return { href: url, state: 'not-checked' };
  return { href: url, checked: checked.on, state: isConfirmationOld(checked.on, on) ? 'check-old' : checked.result };
}
