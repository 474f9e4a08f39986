import type { Passage } from '../passages.ts';
import type { Found, Reading, Rule } from '../reading.ts';

/** Words that end as a body does and are none. */
const NO_BODY =
  /^(?:målgrupp|åldersgrupp|yrkesgrupp|patientgrupp|brukargrupp|riskgrupp|samtalsgrupp|socialnämnd|hemsjukvårdsråd|samråd|försöks?råd|område|förråd|samverkansforumen)/iu;
const WORD =
  /(?<![\p{L}-])(?:(?:lokala|regionala|gemensamma) \p{L}{3,}(?:grupper|råd|nätverk|nämnder)(?:na)?|\p{L}{3,}(?:(?<!om)råd|nämnd|nätverk|grupp|forum|utskott|kommitté|beredning)(?:et|en|n|ens)?)(?![\p{L}-])(?: för \p{L}+)?/giu;
const OF_SOMETHING = /(?<!\p{L})(?:Rådet|Nämnden|Utskottet|Nätverket|Kommittén) för \p{L}+/gu;

type Mention = {
  readonly key: string;
  readonly body: string | undefined;
  readonly name: string;
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
};

function unknownIn(passage: Passage, taken: readonly { from: number; to: number }[]): Mention[] {
  const all = [...passage.text.matchAll(OF_SOMETHING), ...passage.text.matchAll(WORD)].map((match) => {
    const name = match[0].replace(/ för (?:målgruppen|personer|att|samverkan|samtliga)$/iu, '');
    return { name, from: match.index, to: match.index + name.length };
  });
  return all
    .filter(({ name, from, to }) => !NO_BODY.test(name) && !taken.some((one) => from < one.to && one.from < to))
    .map((one) => ({ ...one, key: one.name.toLowerCase().replace(/(?:en|et|n|erna)$/u, ''), body: undefined, passage }));
}

function mentionsIn(passage: Passage, reading: Reading): Mention[] {
  const known = reading.bodiesIn(passage);
  const named = known.flatMap(({ body, name, from, to }) => (body === undefined ? [] : [{ key: body, body, name, passage, from, to }]));
  return [...named, ...unknownIn(passage, known)];
}

/** Each body the text names, once, where it is first named: the county's own, and words that look like a body. */
export const proposeBodies: Rule = (reading) => {
  const first = new Map<string, Mention>();
  for (const passage of reading.passages) {
    if (passage.role === 'cell' && passage.cell?.head === passage.text) continue;
    for (const mention of mentionsIn(passage, reading)) if (!first.has(mention.key)) first.set(mention.key, mention);
  }
  return [...first.values()].map(
    ({ body, name, passage, from, to }): Found => ({
      kind: 'body',
      value: { ...(body === undefined ? {} : { body }), name },
      reason: body === undefined ? 'body-word' : 'known-body',
      sure: body === undefined ? 'unsure' : 'sure',
      ground: [{ passage, from, to }],
    }),
  );
};
