import type { RefusalTexts } from '../../platform/index.ts';
import { answersRefusals } from './answers/texts-answers.ts';
import { callingRefusals } from './calling/texts-calling-refusals.ts';
import { checksRefusals } from './checks/texts-checks.ts';
import { copiesRefusals } from './copies/texts-copies-refusals.ts';
import { followingRefusals } from './following/texts-following-refusals.ts';
import { handOverRefusals } from './handing-over/texts-hand-over.ts';
import { kindRefusals } from './kinds/texts-kinds.ts';
import { meetingRefusals } from './meeting/texts-meeting.ts';
import { notifyingRefusals } from './notifying/texts-notifying.ts';
import { onPaperRefusals } from './on-paper/texts-on-paper.ts';
import { surveyRefusals } from './survey/texts-survey.ts';
import { taskRefusals } from './tasks/texts-task-refusals.ts';
import { correctPersonRefusals } from './texts-correct-person.ts';
import { ruleRefusals } from './texts-rules.ts';

/** Why something about a plan cannot be done, for people. */
export const refusals: RefusalTexts = {
  ...ruleRefusals,
  ...callingRefusals,
  ...answersRefusals,
  ...followingRefusals,
  ...handOverRefusals,
  ...surveyRefusals,
  ...taskRefusals,
  ...checksRefusals,
  ...notifyingRefusals,
  ...kindRefusals,
  ...meetingRefusals,
  ...copiesRefusals,
  ...onPaperRefusals,
  ...correctPersonRefusals,
  'plan-not-found': {
    status: 404,
    title: 'Planen finns inte',
    detail: () => 'Det finns ingen sådan plan, eller så är den inte din att se.',
  },
  'person-not-found': {
    status: 404,
    title: 'Personen finns inte',
    detail: () => 'Det finns ingen sådan person, eller så arbetar din enhet inte med hen.',
  },
  'municipality-not-found': { status: 422, title: 'Okänd kommun', detail: () => 'Välj en kommun i länet.', at: () => '/municipality' },
  'initiative-in-future': {
    status: 422,
    title: 'Dagen har inte varit än',
    detail: () => 'Skriv den dag då någon såg behovet. Den kan inte ligga framåt.',
    at: () => '/on',
  },
  'initiative-too-old': {
    status: 422,
    title: 'Dagen är för långt bak',
    detail: () => 'Skriv en dag under de senaste två åren.',
    at: () => '/on',
  },
  'reason-missing': {
    status: 422,
    title: 'Skälet saknas',
    detail: () => 'Ett nej ska ha ett skäl. Skriv varför planen inte behövs.',
    at: () => '/reason',
  },
  'text-too-long': {
    status: 422,
    title: 'Texten är för lång',
    detail: ({ longest }) => `Skriv högst ${String(longest)} tecken.`,
    at: () => '/text',
  },
  'part-is-staffs': {
    status: 403,
    title: 'Den delen skriver personalen',
    detail: () => 'Skriv dina egna ord i någon av de andra delarna.',
  },
  'part-rewritten': {
    status: 409,
    title: 'Någon annan har skrivit här',
    detail: () => 'Delen har ändrats sedan du öppnade den. Läs vad som står nu, och spara igen om din text ska gälla.',
    at: () => '/text',
  },
  'unit-not-open': {
    status: 422,
    title: 'Enheten finns inte',
    detail: () => 'Välj en enhet i länet som är öppen i dag.',
    at: () => '/unit',
  },
  'unit-not-yours': {
    status: 422,
    title: 'Enheten arbetar inte med dig',
    detail: () => 'Välj en av dem som står i listan.',
    at: () => '/contact',
  },
  'key-taken': {
    status: 409,
    title: 'Formuläret har skickats förut',
    detail: () => 'Det har redan skickats med andra ord. Öppna sidan på nytt och börja om.',
  },
  'goal-not-yours': {
    status: 403,
    title: 'Målet är någon annans',
    detail: () => 'Det som personen själv har skrivit ändrar bara personen. Skriv ett mål bredvid.',
  },
  'measure-not-yours': {
    status: 403,
    title: 'Skriv era egna insatser',
    detail: () => 'Din enhet skriver vad din huvudman gör. Den som samordnar planen skriver de andras.',
    at: () => '/unit',
  },
  'unit-not-in-plan': { status: 422, title: 'Enheten är inte med', detail: () => 'Be enheten delta i planen först.', at: () => '/unit' },
  'target-before-start': {
    status: 422,
    title: 'Dagarna står i fel ordning',
    detail: () => 'Insatsen kan inte vara klar innan den börjar.',
    at: () => '/target',
  },
  'row-or-reason': {
    status: 422,
    title: 'Välj ett ansvar',
    detail: () => 'Välj en rad i överenskommelsen, eller varför insatsen är utanför den.',
    at: () => '/row',
  },
  'row-not-in-force': {
    status: 422,
    title: 'Raden gäller inte',
    detail: () => 'Välj en rad i en överenskommelse som kommunen arbetar efter i dag.',
    at: () => '/row',
  },
  'overall-not-in-plan': {
    status: 422,
    title: 'Huvudmannen är inte med',
    detail: () => 'Välj bland de huvudmän vars enheter är med i planen.',
    at: () => '/overall',
  },
  'coordinator-not-in-plan': {
    status: 422,
    title: 'Personen är inte med',
    detail: () => 'Samordnaren och ersättaren ska arbeta i en enhet som är med i planen.',
    at: () => '/coordinator',
  },
  'substitute-is-coordinator': {
    status: 422,
    title: 'Samma person två gånger',
    detail: () => 'Ersättaren ska vara någon annan än samordnaren.',
    at: () => '/substitute',
  },
  'follow-up-not-later': { status: 422, title: 'Välj en senare dag', detail: () => 'Planen följs upp efter i dag.', at: () => '/followUp' },
  'participation-reason-missing': {
    status: 422,
    title: 'Skälet saknas',
    detail: () => 'Skriv varför personen inte har varit med.',
    at: () => '/whyNot',
  },
  'established-meanwhile': {
    status: 409,
    title: 'Någon hann före',
    detail: ({ number }) =>
      `Någon annan har just upprättat planen som den är nu, som version ${String(number)}. Det du skrev är inte sparat. Se vad som står i planen.`,
  },
  'revision-reason-missing': {
    status: 422,
    title: 'Skälet saknas',
    detail: () => 'Skriv varför planen görs om.',
    at: () => '/reason',
  },
  'birth-day-missing': {
    status: 422,
    title: 'När är barnet fött?',
    detail: () => 'Skriv barnets födelsedag. Den går inte att läsa av något nummer.',
    at: () => '/born',
  },
  'person-of-age': {
    status: 422,
    title: 'Personen har fyllt 18 år',
    detail: () => 'Den som är vuxen svarar själv, eller genom en företrädare.',
    at: () => '/born',
  },
};
