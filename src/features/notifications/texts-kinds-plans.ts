import type { NoticeKind } from '../../domain/notifications/kinds.ts';
import { by, dayOf, type KindText } from './texts-kind-parts.ts';

/** The words of notices about plans: never of whom, or a word of what the plan says. */
export const planNoticeTexts = {
  'copies-to-decide-on': {
    label: 'Kopior av planer vars tid har gått ut',
    sentence: ({ params }) =>
      params.count === 1
        ? 'Tiden har gått ut för en kopia av en plan. Ta ställning till om den ska gallras.'
        : `Tiden har gått ut för ${typeof params.count === 'number' ? `${params.count} ` : ''}kopior av planer. Ta ställning till om de ska gallras.`,
    href: () => '/organisation/gallring/beslut',
    counted: ['notis om kopior att gallra', 'notiser om kopior att gallra'],
  },
  'plan-asked': {
    label: 'Din enhet blir ombedd att delta i en plan',
    sentence: (told) => `Din enhet blir ombedd att delta i en samordnad plan${by(told, 'organisation')}.`,
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['fråga om att delta i en plan', 'frågor om att delta i planer'],
  },
  'plan-asked-for': {
    label: 'Någon ber din enhet om en plan',
    sentence: () => 'En person som din enhet arbetar med ber om en samordnad plan.',
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['fråga om en plan', 'frågor om planer'],
  },
  'plan-closed': {
    label: 'En plan som din enhet är med i är avslutad',
    sentence: (told) => `En samordnad plan som din enhet är med i är avslutad${by(told, 'organisation')}.`,
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['plan som är avslutad', 'planer som är avslutade'],
  },
  'plan-closing-wished': {
    label: 'Någon vill att planen du samordnar avslutas',
    sentence: ({ params }) =>
      params.wants === true
        ? 'Den som en plan gäller vill att den avslutas. Du samordnar planen.'
        : 'Den som en plan gäller vill att den fortsätter ändå. Du samordnar planen.',
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['önskan om att avsluta en plan', 'önskningar om att avsluta planer'],
  },
  'plan-hand-over-offered': {
    label: 'Din enhet blir ombedd att ta över ansvaret för en plan',
    sentence: (told) => `Din enhet blir ombedd att ta över ansvaret för helheten i en samordnad plan${by(told, 'organisation')}.`,
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['fråga om att ta över en plan', 'frågor om att ta över planer'],
  },
  'plan-hand-over-answered': {
    label: 'Svar på en fråga om att ta över ansvaret för en plan',
    sentence: (told) =>
      `${
        {
          accepted: 'Ansvaret för helheten i en samordnad plan är övertaget',
          declined: 'Frågan om att ta över en samordnad plan fick nej',
        }[String(told.params.answer)] ?? 'Frågan om att ta över en samordnad plan är återtagen'
      }${by(told, 'organisation')}.`,
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['svar om att ta över en plan', 'svar om att ta över planer'],
  },
  'plan-copy-annulled': {
    label: 'En kopia av en plan är återkallad',
    sentence: (told) =>
      `En kopia av en plan som din enhet har fått är återkallad${by(told, 'organisation')}. Har ni skrivit ut den, förstör utskriften.`,
    href: (told) => `/planer/${String(told.params.plan)}/kopior`,
    counted: ['återkallad kopia av en plan', 'återkallade kopior av planer'],
  },
  'plan-copy-came': {
    label: 'Din enhet har fått en kopia av en plan',
    sentence: (told) => `Din enhet har fått sin kopia av en plan som är upprättad${by(told, 'organisation')}.`,
    href: (told) => `/planer/${String(told.params.plan)}/kopior`,
    counted: ['kopia av en plan', 'kopior av planer'],
  },
  'plan-meeting-set': {
    label: 'Ett möte i en plan är bestämt eller ändrat',
    sentence: (told) =>
      told.params.turn === 'called-off'
        ? `Ett möte som din enhet är kallad till är inställt${by(told, 'organisation')}.`
        : `Ett möte som din enhet är kallad till är ${told.params.turn === 'moved' ? 'flyttat' : 'bestämt'}${by(told, 'organisation')}.`,
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['notis om ett möte i en plan', 'notiser om möten i planer'],
  },
  'plan-summoned': {
    label: 'Din enhet kallas eller bjuds in till ett möte',
    sentence: (told) =>
      `Din enhet ${told.params.sort === 'summons' ? 'kallas' : 'bjuds in'} till ett möte om en samordnad plan${by(told, 'organisation')}. Svara senast ${dayOf(told.params.until)}.`,
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['kallelse till ett möte', 'kallelser till möten'],
  },
  'plan-summons-answered': {
    label: 'Någon har svarat på en kallelse',
    sentence: ({ nameOf }) => `${nameOf('unit') ?? 'En enhet'} har svarat på er kallelse till en samordnad plan.`,
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['svar på en kallelse', 'svar på kallelser'],
  },
  'plan-summons-waits': {
    label: 'En kallelse väntar på svar',
    sentence: (told) =>
      `Din enhet har inte svarat på en kallelse om en samordnad plan. Svaret skulle ha kommit ${dayOf(told.params.until)}.`,
    href: (told) => `/planer/${String(told.params.plan)}`,
    counted: ['kallelse utan svar', 'kallelser utan svar'],
  },
  'plan-task-asked': {
    label: 'Din enhet får ett uppdrag i en plan',
    sentence: (told) => `Din enhet får ett uppdrag i en samordnad plan${by(told, 'organisation')}.`,
    href: ({ params }) => `/planer/${String(params.plan)}/uppdrag/${String(params.task)}`,
    counted: ['uppdrag i en plan', 'uppdrag i planer'],
  },
  'plan-task-moved': {
    label: 'Något har hänt med ett uppdrag i en plan',
    sentence: ({ nameOf }) => `${nameOf('unit') ?? 'En enhet'} har svarat på, eller ändrat, ett uppdrag i en samordnad plan.`,
    href: ({ params }) => `/planer/${String(params.plan)}/uppdrag/${String(params.task)}`,
    counted: ['svar på ett uppdrag', 'svar på uppdrag'],
  },
} as const satisfies Partial<Record<NoticeKind, KindText>>;
