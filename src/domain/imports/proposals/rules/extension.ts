import { type Found, type Rule, whole } from '../reading.ts';
import { NUMBERS } from '../vocabulary/time.ts';

const LENGTH = /(?:förläng\p{L}*|gäller [^.]*?ytterligare)[^.]*? (?:med |på |i )?(\d+|\p{L}+) (månad(?:er)?|år)(?!\p{L})/iu;

/** What has to hold, in the order of the term's own list. */
const REQUIRES = [
  {
    requires: 'no-successor',
    pattern: /(?:inte (?:en |någon )?|ingen )ny|ny(?:tt)? \p{L}+ (?:inte|ännu inte|ej)|ingen ny|inget nytt|inte (?:har )?ersatts/iu,
  },
  { requires: 'evaluation-begun', pattern: /utvärdering[^.]*påbörja/iu },
  { requires: 'revision-begun', pattern: /revidering[^.]*påbörja/iu },
] as const;

/** Automatic extension: how long, and on what conditions. */
export const proposeExtension: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    const match = LENGTH.exec(passage.text);
    const count = Number(match?.[1]) || NUMBERS[(match?.[1] ?? '').toLowerCase()];
    if (!match || count === undefined) return [];
    const months = match[2] === 'år' ? count * 12 : count;
    const requires = REQUIRES.filter(({ pattern }) => pattern.test(passage.text)).map((one) => one.requires);
    if (requires.length === 0 || months > 120) return [];
    return [
      { kind: 'extension', value: { months, times: 1, requires }, reason: 'extension-clause', sure: 'sure', ground: [whole(passage)] },
    ];
  });
