import { saidCount, digestTexts as texts } from './texts.ts';

/** The e-mail: how many notices of which kinds, and where to read them. Nothing of what they say, and nobody's name. */
export function digestText(counts: Readonly<Record<string, number>>, baseUrl: string): { subject: string; text: string } {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const lines = Object.entries(counts)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([kind, count]) => `- ${saidCount(kind, count)}`);
  const parts = [texts.greeting(total), lines.join('\n'), texts.read(`${baseUrl}/notiser`), texts.stop(`${baseUrl}/notiser/installningar`)];
  return { subject: texts.subject(total), text: `${parts.join('\n\n')}\n` };
}
