import type { Child } from 'hono/jsx';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { Fold, formatDate, SubNav } from '../../ui/index.ts';
import { readLaw } from '../law/index.ts';
import { answersInShort, answersPart } from './answers/answers-part.tsx';
import { answersTexts } from './answers/texts-answers.ts';
import { callingPart } from './calling/calling-part.tsx';
import { callingTexts } from './calling/texts-calling.ts';
import { completenessInShort, completenessPart, promptsInShort, promptsPart } from './checks/checks-parts.tsx';
import { checksTexts } from './checks/texts-checks.ts';
import { clockPart } from './clock-part.tsx';
import { dutiesPart, goalsPart, measuresPart } from './contents/contents-parts.tsx';
import { contentsTexts } from './contents/texts-contents.ts';
import { copiesPart } from './copies/copies-part.tsx';
import { copiesTexts } from './copies/texts-copies.ts';
import { isShut, partiesPart, reachPart } from './facts-parts.tsx';
import { followingPart } from './following/following-part.tsx';
import { followingTexts } from './following/texts-following.ts';
import { handOverPart } from './handing-over/hand-over-part.tsx';
import { handOverTexts } from './handing-over/texts-hand-over.ts';
import { carePlanPart, dischargePart } from './kinds/kind-parts.tsx';
import { carePlanTexts, dischargeTexts } from './kinds/texts-kinds.ts';
import { needPart } from './need-part.tsx';
import { notifyingPart } from './notifying/notifying-part.tsx';
import { notifyingTexts } from './notifying/texts-notifying.ts';
import { onPaperPart } from './on-paper/on-paper.page.tsx';
import { onPaperTexts } from './on-paper/texts-on-paper.ts';
import { preparationPart } from './preparation-part.tsx';
import type { ShownPlan } from './show-plan.ts';
import { spokenPart } from './spoken/staff-part.tsx';
import { spokenTexts } from './spoken/texts-spoken.ts';
import { planTexts as texts } from './texts.ts';
import { clockTexts } from './texts-clock.ts';

/** What a section is made of: the plan as its reader may see it, the day, the name of the municipality, and the means to read more. */
export type Seeing = { readonly plan: ShownPlan; readonly today: Temporal.PlainDate; readonly place: string; readonly scope: Scope };

/**
 * A section of a plan's page, in the list of its contents under its heading. `body` is what stands under the heading, which the page writes itself; null where there
 * is nothing for this reader, and then neither heading nor row in the list. `folded` is what a folded section says of itself; undefined shows it open.
 */
export type PlanSection = {
  readonly id: string;
  readonly heading: string;
  /** `doing` stands first in an established plan, `making` before; `facts` last in both. */
  readonly of: 'doing' | 'making' | 'facts';
  readonly body: (seeing: Seeing) => Child | Promise<Child>;
  readonly folded?: (seeing: Seeing) => string | undefined;
};

/** Folded under its heading alone. */
const NOTHING_SAID = '';

async function checks({ plan, today, scope }: Seeing): Promise<Child> {
  const law = await readLaw(scope, {});
  return isRefusal(law) ? null : promptsPart(plan, law, today);
}

async function notifying({ plan, today, scope }: Seeing): Promise<Child> {
  const law = await readLaw(scope, {});
  return isRefusal(law) ? null : notifyingPart(plan, law, today);
}

/** Every section of the page, in order within its kind. A part of the plan wires itself in with one line here. */
const sections: readonly PlanSection[] = [
  { id: 'insatser', heading: contentsTexts.measures, of: 'doing', body: ({ plan }) => measuresPart(plan) },
  { id: 'ansvar', heading: contentsTexts.duties, of: 'doing', body: ({ plan, today }) => dutiesPart(plan, today) },
  { id: 'mal', heading: contentsTexts.goals, of: 'doing', body: ({ plan }) => goalsPart(plan) },
  {
    id: 'svar',
    heading: answersTexts.heading,
    of: 'doing',
    body: ({ plan }) => answersPart(plan),
    folded: ({ plan }) => answersInShort(plan),
  },
  { id: 'foretradare', heading: spokenTexts.heading, of: 'doing', body: ({ plan }) => spokenPart(plan) },
  {
    id: 'uppfoljning',
    heading: followingTexts.heading,
    of: 'doing',
    body: ({ plan, today }) => followingPart(plan, today),
    folded: ({ plan }) => (plan.established ? undefined : NOTHING_SAID),
  },
  {
    id: 'overlamning',
    heading: handOverTexts.heading,
    of: 'doing',
    body: ({ plan }) => handOverPart(plan),
    folded: ({ plan: { following } }) => (following.handOvers.all.length > 0 || following.handOvers.lead ? undefined : NOTHING_SAID),
  },
  {
    id: 'utskrivning',
    heading: dischargeTexts.heading,
    of: 'making',
    body: ({ plan }) => dischargePart(plan),
  },
  { id: 'vardplan', heading: carePlanTexts.heading, of: 'making', body: ({ plan }) => carePlanPart(plan) },
  {
    id: 'behov',
    heading: texts.need,
    of: 'making',
    body: ({ plan }) => needPart(plan),
    folded: ({ plan: { stage, initiatives } }) =>
      initiatives?.[0] && (stage === 'preparing' || stage === 'established') ? texts.seenOn(formatDate(initiatives[0].on)) : undefined,
  },
  {
    id: 'fragat',
    heading: checksTexts.heading,
    of: 'making',
    body: checks,
    folded: ({ plan }) => (plan.established ? promptsInShort(plan) : undefined),
  },
  { id: 'tiden', heading: clockTexts.heading, of: 'making', body: ({ plan }) => clockPart(plan.clock, plan.initiatives?.[0]?.on) },
  {
    id: 'forberedelse',
    heading: texts.preparation,
    of: 'making',
    body: ({ plan }) => preparationPart(plan),
    folded: ({ plan }) => (plan.established ? texts.made : undefined),
  },
  {
    id: 'mote',
    heading: callingTexts.heading,
    of: 'making',
    body: ({ plan }) => callingPart(plan),
    folded: ({ plan: { established, calling } }) =>
      established && calling.meetings?.at(-1)?.turn !== 'set' ? callingTexts.noneAhead : undefined,
  },
  {
    id: 'god-plan',
    heading: checksTexts.good,
    of: 'facts',
    body: ({ plan }) => completenessPart(plan),
    folded: ({ plan }) => completenessInShort(plan),
  },
  {
    id: 'kopior',
    heading: copiesTexts.heading,
    of: 'doing',
    body: ({ plan, scope }) => copiesPart(plan, scope),
    folded: () => NOTHING_SAID,
  },
  { id: 'anmala', heading: notifyingTexts.heading, of: 'facts', body: notifying, folded: () => notifyingTexts.folded },
  {
    id: 'enheter',
    heading: texts.parties,
    of: 'facts',
    body: ({ plan, place }) => partiesPart(plan, place),
    folded: ({ plan }) => `${texts.owner} ${(plan.following.handOvers.lead ?? plan.owner).unit}`,
  },
  {
    id: 'papper',
    heading: onPaperTexts.heading,
    of: 'facts',
    body: ({ plan, scope }) => onPaperPart(plan, scope),
    folded: () => NOTHING_SAID,
  },
  {
    id: 'oppet',
    heading: texts.reach,
    of: 'facts',
    body: ({ plan }) => reachPart(plan),
    folded: ({ plan }) => (isShut(plan.kinds) ? undefined : texts.allOpen),
  },
];

/** The sections that hold something for the reader, in the order of the plan's stage, with a list of them first. */
export async function planSections(seeing: Seeing): Promise<Child> {
  const order: readonly PlanSection['of'][] = seeing.plan.established ? ['doing', 'making', 'facts'] : ['making', 'doing', 'facts'];
  const shown: { section: PlanSection; body: Child }[] = [];
  for (const section of order.flatMap((kind) => sections.filter((one) => one.of === kind))) {
    const body = await section.body(seeing);
    if (body !== null) shown.push({ section, body });
  }
  return (
    <>
      <SubNav label={texts.contents} items={shown.map(({ section: { id, heading } }) => ({ href: `#${id}`, label: heading }))} />
      {shown.map(({ section, body }) => (
        <Section section={section} says={section.folded?.(seeing)}>
          {body}
        </Section>
      ))}
    </>
  );
}

function Section({ section: { id, heading }, says, children }: { section: PlanSection; says: string | undefined; children?: Child }) {
  if (says !== undefined) return <Fold id={id} heading={heading} says={says} children={children} />;
  return (
    <div>
      <h2 id={id}>{heading}</h2>
      {children}
    </div>
  );
}
