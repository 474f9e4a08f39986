import type { RefusalTexts } from '../../../platform/index.ts';
import { taskStateTexts } from './texts-tasks.ts';

const stateOf = (state: unknown) => (taskStateTexts as Readonly<Record<string, string>>)[String(state)]?.toLowerCase() ?? '';

/** Why a task cannot be asked or moved, for people. */
export const taskRefusals: RefusalTexts = {
  'task-not-found': {
    status: 404,
    title: 'Uppdraget finns inte',
    detail: () => 'Det finns inget sådant uppdrag, eller så är det inte ditt att se.',
  },
  'measure-not-found': {
    status: 404,
    title: 'Insatsen finns inte',
    detail: () => 'Det finns ingen sådan insats i planen, eller så är den borttagen.',
  },
  'task-without-unit': {
    status: 422,
    title: 'Ingen enhet gör insatsen',
    detail: () => 'Ett uppdrag går till en enhet hos region eller kommun. Skriv först vilken enhet som gör insatsen.',
    at: () => '/measure',
  },
  'task-unit-closed': {
    status: 409,
    title: 'Enheten är stängd',
    detail: () => 'Ändra insatsen så att en öppen enhet gör den. Be sedan den enheten.',
  },
  'task-asked-already': {
    status: 409,
    title: 'Enheten har redan uppdraget',
    detail: () => 'Uppdraget pågår. Öppna det för att se hur långt det har kommit.',
  },
  'task-due-past': { status: 422, title: 'Dagen har varit', detail: () => 'Välj i dag eller en senare dag.', at: () => '/due' },
  'task-moved': {
    status: 409,
    title: 'Någon annan hann före',
    detail: () => 'Uppdraget har ändrats sedan du öppnade sidan. Läs vad som gäller nu.',
  },
  'task-not-in-state': {
    status: 409,
    title: 'Det går inte nu',
    detail: ({ from }) => `Uppdragets läge är: ${stateOf(from)}. Därifrån går det inte att göra så.`,
  },
  'task-not-of-side': {
    status: 403,
    title: 'Det gör den andra enheten',
    detail: () => 'Bara den andra sidan av uppdraget kan göra det.',
  },
  'task-without-reason': {
    status: 422,
    title: 'Skälet saknas',
    detail: () => 'Skriv varför, så att den andra enheten förstår.',
    at: () => '/reason',
  },
  'task-unit-elsewhere': {
    status: 422,
    title: 'Välj en annan enhet',
    detail: () => 'Rätt enhet pekas ut när ni säger nej. Välj en öppen enhet hos er egen huvudman.',
    at: () => '/rightUnit',
  },
};
