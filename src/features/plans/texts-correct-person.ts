import type { RefusalTexts } from '../../platform/index.ts';

export const correctPersonTexts = {
  link: 'Planen gäller fel person',
  title: 'Rätta vem planen gäller',
  lead: 'Planen flyttas till rätt person, med det som står i den. Den som planen öppnades på av misstag ser den inte längre. Det går så länge ingen annan har fått veta av planen. Annars: avsluta den och skriv varför.',
  now: (name: string, number: string | undefined) => `Planen gäller nu ${name}${number ? `, ${number}` : ''}`,
  caseNumber: 'Ärendenummer för rätt person',
  caseNumberHint: 'Ett ärende som din enhet har med den person som planen gäller.',
  submit: 'Flytta planen',
  done: 'Planen är flyttad. Se efter att namn och nummer stämmer nu.',
};

/** Why a plan cannot be set right, and what to do. */
export const correctPersonRefusals: RefusalTexts = {
  'plan-person-settled': {
    status: 409,
    title: 'Planen går inte att flytta längre',
    detail: () =>
      'Personen har svarat, eller någon mer har fått veta av planen. Avsluta den med skälet att den öppnades för fel person, och öppna en ny. Ingenting har ändrats.',
  },
  'join-case-unknown': {
    status: 422,
    title: 'Ärendet finns inte hos er',
    detail: () => 'Din enhet har inget pågående ärende med det numret.',
    at: () => '#/caseNumber',
  },
  'join-came-along': {
    status: 409,
    title: 'Planen går inte att flytta',
    detail: () => 'En av posterna har kommit från en annan huvudman, när organisationer slogs ihop eller delades. Ingenting har ändrats.',
  },
  'join-protected': {
    status: 403,
    title: 'Du får inte flytta planen',
    detail: () => 'En av personerna har skyddade personuppgifter. Be en kollega som har behörighet för dem. Ingenting har ändrats.',
  },
};
