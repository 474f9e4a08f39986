import type { RefusalTexts } from '../../platform/index.ts';
import { formatDate } from '../../ui/formats.ts';

const dayOf = (day: unknown) => (typeof day === 'string' ? formatDate(day) : 'en annan dag');

/** What is said when something about follow-ups cannot be done. */
export const refusals: RefusalTexts = {
  'agreement-not-found': {
    status: 404,
    title: 'Avtalet finns inte här',
    detail: () => 'Det finns ingen överenskommelse med det namnet i registret. Sök i registret eller kontrollera adressen.',
    at: () => 'path:/slug',
  },
  'cadence-not-found': {
    status: 404,
    title: 'Avtalet har ingen sådan uppgift',
    detail: () => 'Avtalet sa inte att det här skulle göras den dagen. Kontrollera dagen, eller välj en annan uppgift på avtalets sida.',
  },
  'follow-up-not-found': {
    status: 404,
    title: 'Anteckningen finns inte',
    detail: () => 'Det finns ingen anteckning här, eller så är den inte din att läsa.',
  },
  'not-your-follow-up': {
    status: 403,
    title: 'Det är ett annat organs uppgift',
    detail: () => 'Avtalet säger vilket organ eller vilken part som gör det här. Du arbetar inte där. Ingenting har sparats.',
  },
  'follow-up-in-future': {
    status: 422,
    title: 'Dagen har inte varit än',
    detail: () => 'Registrera det när det är gjort. Dagen kan vara i dag eller tidigare.',
    at: () => '/on',
  },
  'follow-up-before-agreement': {
    status: 422,
    title: 'Avtalet gällde inte då',
    detail: ({ since }) => `Avtalet gäller från ${dayOf(since)}. Dagen måste vara den dagen eller senare.`,
    at: () => '/on',
  },
  'follow-up-period-missing': {
    status: 422,
    title: 'Perioden saknas',
    detail: () => 'Skriv första och sista dagen i den tid som ni har tittat på.',
    at: ({ at }) => String(at ?? '/from'),
  },
  'follow-up-period-order': {
    status: 422,
    title: 'Perioden är bakvänd',
    detail: () => 'Sista dagen måste vara samma dag som den första eller senare.',
    at: () => '/to',
  },
  'follow-up-period-future': {
    status: 422,
    title: 'Perioden är inte slut',
    detail: () => 'Perioden kan inte sluta efter den dag då det blev klart.',
    at: () => '/to',
  },
  'follow-up-corrected': {
    status: 409,
    title: 'Det är redan rättat',
    detail: () => 'Någon har rättat det här före dig. Läs det som gäller nu, och rätta det i så fall.',
  },
  'ground-not-asked': {
    status: 422,
    title: 'Avtalet frågar inte efter det',
    detail: () => 'Avtalet har ingen förlängning som beror på det här.',
    at: () => '/fact',
  },
  'ground-too-early': {
    status: 422,
    title: 'Dagen är för tidig',
    detail: ({ end }) => `Avtalet gällde till ${dayOf(end)}. Ange den dagen eller en senare dag då ingen ny överenskommelse fanns.`,
    at: () => '/on',
  },
};
