import { word } from '../../../history/happening-words.ts';
import { en } from '../en.ts';
import type { HappenedWords } from './happened.ts';

const duties = {
  overall: 'Who is responsible for the whole plan',
  coordinator: 'Who holds the plan together',
  'follow-up': 'The day when you look at how it has gone',
  participation: 'How you have taken part',
};
const questions = {
  'make-plan': 'about making the plan',
  'lift-secrecy': 'about who may know what',
  'invite-outside': 'about inviting anybody else',
  'shared-documentation': 'about your medical record',
};
const tasks = {
  requested: 'has been asked',
  received: 'has read the question',
  accepted: 'has said yes',
  rejected: 'has said no',
  cancelled: 'is no longer to do it',
  'in-progress': 'has begun',
  'on-hold': 'has paused',
  completed: 'is done',
  failed: 'could not do it',
};
const summoned = {
  yes: 'is coming',
  'other-time': 'wants another time',
  substitute: 'sends somebody else',
  'wrong-receiver': 'is not to take part',
  no: 'is not coming',
};

/** What has happened in the plan, in English. */
export const enHappened: HappenedWords = {
  news: 'New since you were here',
  since: (when) => `You were last here on ${when}.`,
  all: 'Everything that has happened',
  none: 'Nothing has happened yet.',
  older: 'Show older',
  latest: 'Show the latest',
  of: {
    initiative: () => 'Somebody saw that you need a plan.',
    assessment: ({ says }) =>
      says === 'needed' ? 'Somebody has said that you need a plan.' : 'Somebody has said that you do not need a plan.',
    text: ({ ref }) => `New text: ${word(en.words.parts, ref, 'something about you')}`,
    spoken: () => 'Somebody who speaks for you has written in the plan.',
    party: ({ unit = 'One more' }) => `${unit} takes part in the plan.`,
    meeting: ({ says }) =>
      word(
        { set: 'There is a time for a meeting.', 'called-off': 'The meeting will not be held.', held: 'You have had a meeting.' },
        says,
        'The meeting has changed.',
      ),
    attendance: () => 'Who came to the meeting has been written down.',
    notes: () => 'There are notes from the meeting.',
    called: ({ unit, name }) => `${unit ?? name ?? 'Somebody'} has been asked to come to the meeting.`,
    answer: ({ unit, name, says }) => `${name ?? unit ?? 'Somebody'} ${word(summoned, says, 'has answered')}.`,
    goal: ({ dropped, name }) => (dropped ? 'A goal has been removed.' : `Goal: ${name ?? 'no longer there'}`),
    measure: ({ dropped, name }) => (dropped ? 'Something is no longer to be done.' : `To be done: ${name ?? 'no longer there'}`),
    duty: ({ ref }) => `${word(duties, ref, 'Who does what')} has been said anew.`,
    'change-answer': ({ says, name, ref }) =>
      `${word({ approved: 'A yes from you', objects: 'A no from you', commented: 'Words from you', 'not-asked': 'You have not been asked' }, says, 'An answer from you')}: ${name ?? word(duties, ref, 'something no longer there')}`,
    sheet: () => 'Something new is written about the plan.',
    adjustment: ({ unit = 'Somebody' }) => `${unit} stands behind the plan.`,
    task: ({ says, unit = 'Somebody', name }) => `${unit} ${word(tasks, says, 'has answered')}${name ? `: ${name}` : '.'}`,
    'follow-up': () => 'You have talked about how it has gone.',
    'own-view': ({ name }) => `You have said how it is going: ${name ?? 'something no longer there'}`,
    consent: ({ ref, says }) =>
      `Answer ${word(questions, ref, 'about what others may do')}: ${word({ given: 'yes', partly: 'yes, in part', declined: 'no', cannot: 'cannot answer now' }, says, '')}`,
    withdrawal: ({ ref }) => `An answer ${word(questions, ref, 'about what others may do')} has been taken back.`,
    disclosure: ({ unit = 'Somebody' }) => `${unit} may read parts of the plan. The law allows it.`,
    'disclosure-ended': ({ unit = 'Somebody' }) => `${unit} may no longer read by law.`,
    'disclosure-reviewed': ({ says }) =>
      says === 'right' ? 'Somebody has checked: sharing was right.' : 'Somebody has checked: sharing was wrong.',
    copy: ({ number, unit, says }) =>
      says === 'withheld' ? `${unit ?? 'You'} did not get version ${number}.` : `${unit ?? 'You'} got version ${number} of the plan.`,
    'copy-received': ({ number, unit }) => `${unit ?? 'You'} opened version ${number}.`,
    'copy-annulled': ({ number, unit }) => `Version ${number} is closed to ${unit ?? 'you'}. Something went wrong.`,
    speaker: () => 'Who speaks for you has changed.',
    'hand-over': ({ unit = 'Somebody' }) => `${unit} has been asked to be responsible for the whole plan.`,
    'hand-over-answer': ({ says, unit = 'Somebody' }) =>
      word(
        {
          accepted: `${unit} is now responsible for the whole plan.`,
          declined: `${unit} said no to being responsible for the whole plan.`,
        },
        says,
        'The question about the whole plan is gone.',
      ),
    'closing-wish': ({ says }) =>
      says === 'wants' ? 'You have said that you want to end the plan.' : 'You have said that you want to go on.',
    survey: ({ says }) =>
      says === 'individual' ? 'You got a code for questions about the meeting.' : 'Those who were there got questions about the meeting.',
    version: ({ number }) => `The plan is ready. It is version ${number}.`,
    closing: () => 'The plan has ended.',
    notification: () => 'Somebody has done something that the law demands.',
  },
};
