import type { TaskState } from '../../../domain/plans/task-states.ts';
import type { Language } from '../own/words/manner.ts';

/** What a unit has said of what it is to do, for the person whose plan it is, after the name of the unit. */
export const ownTaskWords: Readonly<Record<Language, Readonly<Record<TaskState, string>>>> = {
  sv: {
    requested: 'har fått frågan men har inte svarat än',
    received: 'har läst frågan',
    accepted: 'har sagt ja',
    rejected: 'har sagt nej',
    cancelled: 'ska inte göra det längre',
    'in-progress': 'har börjat',
    'on-hold': 'har tagit paus',
    completed: 'är klar',
    failed: 'kunde inte göra det',
  },
  en: {
    requested: 'has been asked but has not answered yet',
    received: 'has read the question',
    accepted: 'has said yes',
    rejected: 'has said no',
    cancelled: 'will not do it any more',
    'in-progress': 'has started',
    'on-hold': 'has paused',
    completed: 'has finished',
    failed: 'could not do it',
  },
  fi: {
    requested: 'on saanut kysymyksen mutta ei ole vielä vastannut',
    received: 'on lukenut kysymyksen',
    accepted: 'on sanonut kyllä',
    rejected: 'on sanonut ei',
    cancelled: 'ei enää tee sitä',
    'in-progress': 'on aloittanut',
    'on-hold': 'on tauolla',
    completed: 'on valmis',
    failed: 'ei pystynyt tekemään sitä',
  },
  ar: {
    requested: 'تلقت السؤال ولم تجب بعد',
    received: 'قرأت السؤال',
    accepted: 'قالت نعم',
    rejected: 'قالت لا',
    cancelled: 'لن تفعل ذلك بعد الآن',
    'in-progress': 'بدأت',
    'on-hold': 'توقفت مؤقتا',
    completed: 'انتهت',
    failed: 'لم تستطع فعل ذلك',
  },
};
