import type { Section } from '../counties/agreement-file.ts';
import type { DraftText } from '../drafts/draft-file.ts';

/** What was sent out: the sections that were asked about as they read then, each under the headings that it stands under. */
export type SentText = {
  readonly title: string;
  readonly short: string;
  readonly summary?: string | undefined;
  readonly sections: Section[];
  /** Not all of the text was sent. */
  readonly isPart?: true | undefined;
};

/** The text to send out: all of it without `chosen`, else the chosen sections with everything inside them. Ids that there are none of choose nothing. */
export function sentText({ title, short, summary, sections }: DraftText, chosen: readonly string[]): SentText {
  const kept = chosen.length === 0 ? sections : keep(sections, new Set(chosen));
  const isPart = JSON.stringify(kept) !== JSON.stringify(sections);
  return { title, short, ...(summary === undefined ? {} : { summary }), sections: kept, ...(isPart ? { isPart } : {}) };
}

function keep(sections: readonly Section[], chosen: ReadonlySet<string>): Section[] {
  return sections.flatMap((section) => {
    if (chosen.has(section.id)) return [section];
    const inside = keep(section.sections, chosen);
    return inside.length > 0 ? [{ ...section, sentences: {}, deepening: [], sections: inside }] : [];
  });
}
