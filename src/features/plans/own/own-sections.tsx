import { scopeOf } from '../../../platform/index.ts';
import { ownAnswers } from '../answers/answers-part.tsx';
import { unansweredOf } from '../answers/changes.ts';
import { OwnCopies } from '../copies/own-copies.page.tsx';
import { OwnFollowing } from '../following/own-following.tsx';
import { ownNewsPart } from '../history/news-part.tsx';
import { ownSpoken } from '../spoken/spoken-parts.tsx';
import { aboutPart, meetingPart, nextSteps } from './own-facts.tsx';
import { doing, goals, ownWords } from './own-parts.tsx';
import type { OwnSection } from './own-section.ts';

/** What the individual reads first: what happens, who does what, what they want. */
export const firstSections: readonly OwnSection[] = [
  { show: (c, plan, manner) => ownNewsPart(scopeOf(c), plan, manner) },
  {
    show: (_, plan, manner) =>
      nextSteps(plan, manner, plan.abilities['answer-changes'] ? unansweredOf(plan.contents.changes ?? []).length : 0),
  },
  { show: (_, plan, manner) => doing(plan, manner) },
  { show: (_, plan, manner) => ownAnswers(plan, manner) },
  { show: (_, plan, manner) => goals(plan, manner) },
  { show: (_, plan, manner) => ownWords(plan, manner) },
  { show: (_, plan, manner) => meetingPart(plan, manner) },
];

/** The rest of the page, after what other rooms add. A part of the plan wires itself in with one line here. */
export const laterSections: readonly OwnSection[] = [
  { show: (_, plan, manner) => <OwnFollowing plan={plan} manner={manner} /> },
  { show: (_, plan, manner) => <OwnCopies plan={plan} manner={manner} /> },
  { show: (_, plan, manner) => ownSpoken(plan, manner) },
  { show: (_, plan, manner) => aboutPart(plan, manner) },
];
