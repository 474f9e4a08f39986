import type { Command } from './command.ts';

/** What the program itself says; each command's own sentences are its feature's. */
export const cliTexts = {
  usage: (commands: readonly Command[]) => [
    'Användning: overens <vad> <gör> …',
    '',
    ...commands.flatMap(({ noun, verb, usage, summary }) => [`  overens ${noun} ${verb} ${usage}`, `      ${summary}`]),
  ],
  commandUsage: ({ noun, verb, usage }: Command) => `Användning: overens ${noun} ${verb} ${usage}`,
  unknownCommand: (words: string) => `Kommandot "${words}" finns inte.`,
  wrongArguments: 'Kommandot har fel antal mappar eller ett val som inte finns.',
};
