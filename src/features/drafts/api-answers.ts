import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import { appliesTo } from '../../domain/drafts/published.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { type Decisions, deciderName } from './decisions.ts';
import type { DraftView } from './load-draft.ts';
import { draftHref } from './parts.tsx';
import type { DraftInList } from './read-draft.ts';

/** A working copy in a list. */
export function draftItem({ id, slug: agreement, title, label, base, kind, class: size, state, openedOn: opened }: DraftInList) {
  return { id, agreement, title, label, base, kind, class: size, state, opened };
}

/** A working copy with where it is and what has been decided. */
export function draftBody(view: DraftView & Decisions) {
  const { row, draft, process } = view;
  const { id, slug: agreement, label, base, kind, class: size } = row;
  const { submission } = process;
  return {
    id,
    agreement,
    title: draft.text.short,
    label,
    base,
    kind,
    class: size,
    state: process.state,
    submitted: submission ? { on: submission.on, hash: submission.hash } : null,
    participation: participationBody(view),
    steps: process.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      state: step.state,
      deciders: step.deciders.map((decider) => decisionBody(view, step.id, decider)),
    })),
  };
}

/** How those whom it is about have taken part: the level that is declared, in which words, and the consultations in numbers. */
function participationBody({ draft, rounds }: DraftView) {
  const { level = null, text } = draft.influence;
  const consultations = rounds.map(({ id, openedOn: opened, lastDay, closedOn: closed, level: offered, comments, unanswered }) => {
    return { id, opened, lastDay, closed, level: offered, comments, unanswered };
  });
  return { level, text: text || null, consultations };
}

function decisionBody(view: DraftView & Decisions, step: string, decider: Decider) {
  const { row, draft, process, decisions, signatures, county } = view;
  const found = decisions.find((one) => one.step === step && one.decider === decider);
  const signed = signatures.find((one) => one.step === step && `seat:${one.seat}` === decider);
  const party = decider.startsWith('party:');
  return {
    decider,
    name: deciderName(county, decider),
    outcome: found?.outcome ?? (signed ? ('approved' as const) : null),
    on: found?.on ?? signed?.at.slice(0, 10) ?? null,
    body: found?.body || null,
    paragraph: found?.paragraph || null,
    registry: found?.registry || null,
    approver: found?.approver || null,
    reservation: found?.reservation || null,
    extract: found?.extract ? `${draftHref(row.id)}/utdrag/${found.extract}` : null,
    appliesFrom: (party && appliesTo(process, decider, draft.text.version.from)) || null,
  };
}

/** The text of a working copy, section by section. */
export function draftTextBody({ row, draft }: DraftView) {
  const { title, summary = null, version, sections } = draft.text;
  return {
    id: row.id,
    label: row.label,
    title,
    summary,
    from: version.from ?? null,
    sections: sectionsOf(sections).map(({ section, depth }) => ({
      id: section.id,
      depth,
      number: section.number ?? null,
      heading: section.heading,
      sentences: sentencesIn(section).map(({ sentenceId: id, text, item }) => ({ id, text, item })),
    })),
  };
}
