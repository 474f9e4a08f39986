import { type Found, type Rule, whole } from '../reading.ts';

const FORBIDDEN =
  /ingen (?:av parterna|part) (?:kan|får) (?:ensidigt )?säga upp|(?:kan|får) inte (?:ensidigt )?säga(?:s)? upp|(?:kan|får) inte uppsägas/iu;
const ALLOWED = /(?:kan|får) (?:ensidigt )?säga(?:s)? upp|uppsägningstid|säga upp överenskommelsen med/iu;

/** May a party leave the agreement before its time? */
export const proposeTermination: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    const isForbidden = FORBIDDEN.test(passage.text);
    if (!isForbidden && !ALLOWED.test(passage.text)) return [];
    return [
      { kind: 'termination', value: { allowed: !isForbidden }, reason: 'termination-clause', sure: 'sure', ground: [whole(passage)] },
    ];
  });
