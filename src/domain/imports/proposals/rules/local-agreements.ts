import type { Passage } from '../passages.ts';
import { type Found, type Rule, whole } from '../reading.ts';

const LOCAL = /lokal(?:a|t)? (?:samverkans)?(?:överenskommelse|avtal|tillägg|samverkansdokument)/iu;

/** What makes a sentence the one that lays down the duty, rather than one that mentions it. */
const SIGNS = [
  /(?<!\p{L})(?:ska|skall|bör|får|behöver|kan behövas)(?!\p{L})/iu,
  /mellan/iu,
  /kommun|huvudm/iu,
  /(?:ta|tas|teckna|upprätta|ingå|formulera|beskriva|reglera|klargöra)/iu,
];

const per = (text: string) => {
  if (/(?:varje|respektive|var och en av|en enskild)(?: enskild)? kommun/iu.test(text)) return 'municipality' as const;
  return /länsdel/iu.test(text) ? ('district' as const) : undefined;
};

function weight(passage: Passage): number {
  const signs = SIGNS.filter((sign) => sign.test(passage.text)).length;
  return signs + (LOCAL.test(passage.headings.at(-1) ?? '') ? 1 : 0) + (per(passage.text) ? 1 : 0);
}

/** That local agreements are to be made: the one sentence that says it most outright. */
export const proposeLocalAgreements: Rule = (reading) => {
  const candidates = reading.passages.filter(
    ({ role, text }) => role !== 'heading' && role !== 'title' && role !== 'cell' && LOCAL.test(text),
  );
  const best = candidates.toSorted((a, b) => weight(b) - weight(a) || a.index - b.index)[0];
  if (!best || weight(best) < 2) return [];
  const each = per(best.text);
  const value = { ...(each ? { per: each } : {}), purpose: best.text };
  return [{ kind: 'local-agreements', value, reason: 'local-clause', sure: 'likely', ground: [whole(best)] } satisfies Found];
};
