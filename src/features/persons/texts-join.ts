import type { RefusalTexts } from '../../platform/index.ts';

export const joinTexts = {
  link: 'Samma person finns två gånger',
  title: 'För ihop två poster om samma person',
  lead: 'En person ska ha en post hos er huvudman. Ärenden och planer i den ena går vidare i den andra. Ingen ser en plan som de inte såg förut. Det går inte att ångra, så se efter noga.',
  caseNumber: 'Ärendenummer i den andra posten',
  caseNumberHint: 'Ett ärende som din enhet har med samma person.',
  reason: 'Hur vet ni att det är samma person?',
  submit: 'Gå vidare',
  join: 'För ihop posterna',
  compare: 'Är det samma person?',
  check: 'Se efter att namn och nummer hör till samma person. Stämmer det inte, avbryt.',
  kept: 'Den här posten blir kvar',
  going: 'Den här posten går in i den andra',
  done: 'Posterna är ihopförda. En granskare hos er får veta det.',
  heading: 'Ihopförd med en annan post',
  joined: (when: string, unit: string) => `${when}, av ${unit}`,
  cases: 'Ärenden hos din enhet',
};

/** Why two records cannot be joined, and what to do. */
export const joinRefusals: RefusalTexts = {
  'join-to-confirm': { status: 422, title: 'Se efter först', detail: () => joinTexts.check },
  'join-case-unknown': {
    status: 422,
    title: 'Ärendet finns inte hos er',
    detail: () =>
      'Din enhet har inget pågående ärende med det numret, med en annan person än den här. Öppna ett ärende i den andra posten först.',
    at: () => '#/caseNumber',
  },
  'join-came-along': {
    status: 409,
    title: 'Posterna går inte att föra ihop',
    detail: () =>
      'En av posterna har kommit från en annan huvudman, när organisationer slogs ihop eller delades. De hålls isär. Ingenting har ändrats.',
  },
  'join-protected': {
    status: 403,
    title: 'Du får inte föra ihop posterna',
    detail: () => 'En av posterna har skyddade personuppgifter. Be en kollega som har behörighet för dem. Ingenting har ändrats.',
  },
  'join-speakers': {
    status: 409,
    title: 'Posterna går inte att föra ihop',
    detail: () =>
      'I den post som ska gå in i den andra står vilka som svarar för personen, eller en annan födelsedag. Deras svar skulle inte följa med. Ingenting har ändrats.',
  },
  'join-opens': {
    status: 409,
    title: 'En enhet skulle få se en plan som den inte ser i dag',
    detail: () =>
      'En enhet som är med i en plan i den ena posten har ärende bara i den andra. Avsluta det ärendet, eller öppna ett i samma post som planen, och försök igen. Ingenting har ändrats.',
  },
};
