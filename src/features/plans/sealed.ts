import type { KeyRing } from '../../platform/index.ts';

/** What an encrypted text of a plan belongs to: it can be read in no other place. */
export const contexts = {
  initiative: (id: string) => `plan.initiative:${id}`,
  assessment: (id: string) => `plan.assessment:${id}`,
  text: (id: string) => `plan.text:${id}`,
  meeting: (id: string) => `plan.meeting:${id}`,
  purpose: (id: string) => `plan.calling.purpose:${id}`,
  longTerm: (id: string) => `plan.calling.goal:${id}`,
  questions: (id: string) => `plan.calling.questions:${id}`,
  outside: (id: string) => `plan.summons.name:${id}`,
  contribution: (id: string) => `plan.summons.contribution:${id}`,
  answer: (id: string) => `plan.answer:${id}`,
  attendance: (id: string) => `plan.attendance:${id}`,
  goalWords: (id: string) => `plan.goal:${id}`,
  note: (id: string) => `plan.note:${id}`,
  sheet: (id: string) => `plan.sheet:${id}`,
  measure: (id: string) => `plan.measure:${id}`,
  duty: (id: string) => `plan.duty:${id}`,
  version: (id: string) => `plan.version:${id}`,
  followUp: (id: string) => `plan.follow-up:${id}`,
  evaluation: (id: string) => `plan.evaluation:${id}`,
  closing: (id: string) => `plan.closing:${id}`,
  closingWish: (id: string) => `plan.closing-wish:${id}`,
  handOver: (id: string) => `plan.hand-over:${id}`,
  handOverAnswer: (id: string) => `plan.hand-over-answer:${id}`,
  spoken: (id: string) => `plan.spoken:${id}`,
  changeAnswer: (id: string) => `plan.change-answer:${id}`,
  versionReason: (id: string) => `plan.version-reason:${id}`,
  copy: (id: string) => `plan.copy:${id}`,
  copyPdf: (id: string) => `plan.copy-pdf:${id}`,
  task: (id: string) => `plan.task:${id}`,
  taskReason: (id: string) => `plan.task-reason:${id}`,
} as const;

/** A text as it is kept; null for none. */
export function sealed(keys: KeyRing, text: string, context: string): Buffer | null {
  return text === '' ? null : keys.encrypt(text, context);
}
