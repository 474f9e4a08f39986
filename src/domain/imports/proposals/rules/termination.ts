import { type Found, type Rule, whole } from '../reading.ts';

const FORBIDDEN =
  /ingen (?:av parterna|part) (?:kan|får) (?:ensidigt )?säga upp|(?:kan|får) inte (?:ensidigt )?säga(?:s)? upp|(?:kan|får) (?:inte|ej) uppsägas|(?:inte|ej|aldrig) (?:\p{L}+ ){0,3}(?:sägas? upp|uppsägas)|uppsägning(?:en)? [^.]*(?:är (?:inte|ej) (?:möjlig|tillåten)|medges (?:inte|ej))|utan (?:möjlighet|rätt) till uppsägning/iu;
const ALLOWED =
  /(?:kan|får|vill) (?:[^.]{0,30} )?säga(?:s)? upp|uppsägningstid|säga upp (?:överenskommelsen|avtalet) med|sägs (?:\p{L}+ ){0,3}upp|uppsägning (?:ska|skall|sker|görs)/iu;

/** May a party leave the agreement before its time? */
export const proposeTermination: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    const isForbidden = FORBIDDEN.test(passage.text);
    if (!isForbidden && !ALLOWED.test(passage.text)) return [];
    return [
      { kind: 'termination', value: { allowed: !isForbidden }, reason: 'termination-clause', sure: 'sure', ground: [whole(passage)] },
    ];
  });
