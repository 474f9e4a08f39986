import { type Found, type Rule, whole } from '../reading.ts';

const MINOR =
  /(?:ändringar|tillägg|justeringar|revideringar)[^.]*(?:enklare|mindre|redaktionell)|(?:enklare|mindre|smärre|redaktionella|språkliga|formella) (?:ändringar|tillägg|justeringar|rättelser|förtydliganden|kompletteringar)/iu;
const UNTOUCHED =
  /inte (?:påverkar|berör|rör)[^.]*?(?:t\.\s?ex\.?|till exempel|såsom|som)\s+(?:dess |överenskommelsens )?([^.]+)|inte (?:påverkar|berör|rör|ändrar) (?:(?:dess|överenskommelsens|avtalets) )([^.]+)/iu;

/** Who may decide small changes, and what they must leave as it is. */
export const proposeMinorAmendment: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    if (!MINOR.test(passage.text)) return [];
    const by = [...new Set(reading.bodiesIn(passage).flatMap(({ body }) => body ?? []))];
    if (by.length === 0) return [];
    const parts =
      UNTOUCHED.exec(passage.text)
        ?.slice(1)
        .find((one) => one !== undefined)
        ?.split(/, | och /)
        .map((part) => part.trim()) ?? [];
    const untouched = parts.filter((part) => part !== '');
    const value = { by, 'may-not-touch': untouched.length > 0 ? untouched : ['överenskommelsens huvudsakliga innehåll'] };
    return [{ kind: 'minor-amendment', value, reason: 'minor-clause', sure: 'sure', ground: [whole(passage)] }];
  });
