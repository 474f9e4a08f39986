import type { Change } from '../features/counties/load.ts';
import { type Command, nameOf } from './command.ts';

const changeWords: { what: Record<Change['what'], string>; effect: Record<Change['effect'], string> } = {
  what: { county: 'Län', agreement: 'Överenskommelse', national: 'Nationell fil', knowledge: 'Kunskapsstöd' },
  effect: { added: 'tillagd', changed: 'ändrad', removed: 'borttagen' },
};

/** What the program itself says; each command's own sentences are its feature's. */
export const cliTexts = {
  usage: (commands: readonly Command[]) => [
    'Användning: overens <vad> <gör> …',
    '',
    ...commands.flatMap((command) => [`  overens ${nameOf(command)} ${command.usage}`, `      ${command.summary}`]),
  ],
  commandUsage: (command: Command) => `Användning: overens ${nameOf(command)} ${command.usage}`,
  unknownCommand: (words: string) => `Kommandot "${words}" finns inte.`,
  nothingLoaded: 'Mappen har fel. Ingenting är inläst.',
  nothingChanged: 'Inget har ändrats sedan förra inläsningen.',
  change: ({ what, name, effect }: Change) => `${changeWords.what[what]} ${name}: ${changeWords.effect[effect]}`,
  wrongArguments: 'Kommandot har fel antal mappar eller ett val som inte finns.',
};
