import type { EstablishPart, Missing } from '../../domain/plans/establish.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatList } from '../../ui/index.ts';

/** What a plan lacks, as it stands in a list after "Det saknas:". */
export const missingTexts: Readonly<Record<EstablishPart, string>> = {
  'point-1': 'vilka insatser som behövs',
  'point-2': 'vad region och kommun var för sig ska göra',
  'point-3': 'vad någon annan ska göra, eller att ni har frågat och att ingen annan gör något',
  'point-4': 'vilken huvudman som har ansvar för helheten',
  coordinator: 'en samordnare med namn',
  'follow-up': 'en dag för uppföljning, efter i dag',
  participation: 'att personen har varit med, eller varför inte',
  'make-plan': 'personens ja till planen, eller varför det inte går att fråga',
  attitude: 'vad personen tycker om planen',
  adjusted: 'att varje enhet har justerat planen',
  'fixed-contact': 'en fast vårdkontakt',
};

const partsOf = (missing: unknown) => (Array.isArray(missing) ? (missing as readonly Missing[]).map(({ part }) => missingTexts[part]) : []);

/** Why a plan is not established, and why a task is not moved. */
export const ruleRefusals: RefusalTexts = {
  'plan-incomplete': {
    status: 422,
    title: 'Planen är inte klar',
    detail: ({ missing }) => `Fyll i det som saknas: ${formatList(partsOf(missing))}.`,
    at: () => '',
  },
  'task-not-in-state': {
    status: 409,
    title: 'Det går inte nu',
    detail: () => 'Uppgiften har ett annat läge. Öppna den på nytt och se vad som går att göra.',
  },
  'task-not-of-side': {
    status: 403,
    title: 'Det gör den andra enheten',
    detail: () => 'Bara den enhet som har fått uppgiften kan göra detta, eller den som bad om den.',
  },
  'task-without-reason': {
    status: 422,
    title: 'Skälet saknas',
    detail: () => 'Skriv varför, så att den andra enheten förstår.',
    at: () => '/reason',
  },
};
