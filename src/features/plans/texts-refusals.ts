import type { RefusalTexts } from '../../platform/index.ts';
import { ruleRefusals } from './texts-rules.ts';

/** Why something about a plan cannot be done, for people. */
export const refusals: RefusalTexts = {
  ...ruleRefusals,
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
};
