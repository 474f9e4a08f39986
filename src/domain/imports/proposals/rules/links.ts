import { WebAddress } from '../../../counties/ids.ts';
import type { Found, Rule } from '../reading.ts';

const LEAD = '(?:Fördjupning|Läs mer|Läs vidare|Mer information|Tips|Se även)';
const DEEPENING = new RegExp(`(?<!\\p{L})${LEAD} ?: ?(.+?)(?= *(?:${LEAD}) ?:|$)`, 'gu');
const ADDRESS = /https?:\/\/[^\s<>()"”]+[^\s<>()"”.,;]/g;

/** Lines that lead on (`Fördjupning: …`) and web addresses. Addresses of mail are persons' and no links. */
export const proposeLinks: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    const lines = [...passage.text.matchAll(DEEPENING)].map((match): Found => {
      const title = (match[1] ?? '').trim();
      const url = ADDRESS.exec(title)?.[0];
      ADDRESS.lastIndex = 0;
      const value = { title, ...(url !== undefined && WebAddress.safeParse(url).success ? { url } : {}) };
      return {
        kind: 'link',
        value,
        reason: 'deepening-line',
        sure: 'sure',
        ground: [{ passage, from: match.index, to: match.index + match[0].length }],
      };
    });
    if (lines.length > 0) return lines;
    return [...passage.text.matchAll(ADDRESS)].flatMap((match): Found[] => {
      if (!WebAddress.safeParse(match[0]).success) return [];
      const ground = [{ passage, from: match.index, to: match.index + match[0].length }];
      return [{ kind: 'link', value: { title: match[0], url: match[0] }, reason: 'web-address', sure: 'sure', ground }];
    });
  });
