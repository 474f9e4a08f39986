import type { RefusalTexts } from '../../../platform/index.ts';

export const notifyingTexts = {
  heading: 'När du måste anmäla',
  lead: 'Det här väntar aldrig på planen, på ett samtycke eller på en chef. Anmälan gör du där du brukar, inte här.',
  folded: 'Väntar aldrig på ett samtycke',
  atOnce: 'Genast',
  onRequest: 'När någon frågar',
  note: 'Notera att en anmälan är gjord',
  made: 'Noterat av er enhet',
  madeLead: 'Bara er enhet ser det här. Det syns inte för personen, och inte för den andra huvudmannen.',
  done: (what: string, when: string) => `${what}, ${when}`,
  names: { orosanmalan: 'Orosanmälan', 'lvm-anmalan': 'Anmälan enligt LVM' } as Readonly<Record<string, string>>,
} as const;

export const noteTexts = {
  title: 'Notera att en anmälan är gjord',
  lead: 'Skriv bara att den är gjord, och när. Vad du anmälde och vem det gällde skriver du i anmälan, aldrig här.',
  duty: 'Vilken anmälan?',
  on: 'Vilken dag?',
  onHint: 'Skriv ÅÅÅÅ-MM-DD. I dag eller tidigare.',
  time: 'Vilken tid?',
  timeHint: 'Till exempel 14.30.',
  submit: 'Notera',
  saved: 'Det är noterat. Bara er enhet ser det.',
} as const;

/** Why a notification cannot be noted, for people. */
export const notifyingRefusals: RefusalTexts = {
  'duty-not-found': {
    status: 422,
    title: 'Välj vilken anmälan det gäller',
    detail: () => 'Välj en av de anmälningar som din enhet ska göra.',
    at: () => '/duty',
  },
  'notification-ahead': {
    status: 422,
    title: 'Tiden har inte varit än',
    detail: () => 'Notera anmälan när den är gjord. Ändra dagen eller tiden.',
    at: () => '/time',
  },
};
