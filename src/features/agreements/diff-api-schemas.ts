import { z } from '@hono/zod-openapi';
import { CHANGE_KINDS } from '../../domain/agreements/diff/change.ts';
import { AGREEMENT_KINDS } from '../../domain/counties/agreement-file.ts';
import { orNull } from '../../platform/index.ts';
import { CitationBody } from './api-citations.ts';
import { SectionBody } from './api-schemas.ts';

/** Shapes of whole versions and of what changed between two. Answers are built in `diff-api-answers.ts`. */

export const WholeVersion = z
  .strictObject({
    slug: z.string(),
    version: z.string(),
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    title: z.string(),
    short: z.string(),
    summary: z.string(),
    county: z.string(),
    kind: z.enum(AGREEMENT_KINDS),
    area: z.string(),
    parent: z.string().nullable(),
    source: z.strictObject({ title: z.string(), document: z.string(), status: z.string() }),
    header: z.record(z.string(), z.string()),
    sections: z.array(SectionBody),
    url: z.string(),
  })
  .openapi('AgreementVersion', { description: 'Hela texten i en version. Svaret beror inte på dagen och ändras inte.' });

const Run = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }).openapi('WordRun', {
  description: 'Ord som finns i båda versionerna, bara i den senare eller bara i den tidigare.',
  example: { kind: 'added', text: 'hemma' },
});

const Heading = z
  .strictObject({ id: z.string(), number: z.string().nullable(), heading: z.string(), depth: z.int() })
  .openapi('DiffHeading', { example: { id: 'giltighetstid', number: '9', heading: 'Giltighetstid', depth: 1 } });
const Placed = z.strictObject({ id: z.string(), text: z.string(), item: z.boolean(), url: z.string() }).openapi('DiffSentencePlace', {
  example: { id: 'vem.a2', text: 'Avgiftning: specialistvården.', item: true, url: '/avtal/fjallmark-beroende?version=1#vem.a2' },
});

const SentenceDiffBody = z
  .strictObject({
    kind: z.enum(['same', 'changed', 'added', 'removed']),
    moved: z.boolean(),
    from: orNull(Placed),
    to: orNull(Placed),
    words: z.array(Run),
  })
  .openapi('SentenceDiff', { description: 'En mening i den ena versionen eller båda. `words` finns när meningen är ändrad.' });

const SectionDiffBody = z
  .strictObject({
    from: orNull(Heading),
    to: orNull(Heading),
    changes: z.array(z.enum(['added', 'removed', 'split', 'merged', 'moved', 'renamed', 'renumbered'])),
    other: orNull(Heading),
    sentences: z.array(SentenceDiffBody),
  })
  .openapi('SectionDiff', { description: '`other`: avsnittet som det delades av från, eller gick in i.' });

const Actor = z.strictObject({
  actor: z.string(),
  name: z.string(),
  authority: z.enum(['region', 'municipality', 'both', 'external']),
  performers: z.array(z.string()),
  roles: z.array(z.string()),
});

const ChangeBody = z
  .strictObject({
    kind: z.enum(CHANGE_KINDS),
    change: z.enum(['added', 'removed', 'changed']),
    about: z.string(),
    label: z.string(),
    text: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    words: z.array(Run),
    citations: z.strictObject({ from: z.array(CitationBody), to: z.array(CitationBody) }),
    touches: z.strictObject({ actors: z.array(Actor), bodies: z.array(z.string()), municipalities: z.array(z.string()) }),
  })
  .openapi('AgreementChange', {
    description:
      'En ändring av vad avtalet betyder. `about` är radens, stegets eller villkorets id. `from` och `to` är i ord, och null när det inte fanns eller inte finns. `words` finns när det är skrivet på ett annat sätt hur något görs lokalt.',
  });

const Because = { because: z.array(z.int()) };

const TouchedBody = z
  .strictObject({
    local: z.array(
      z.strictObject({
        slug: z.string(),
        version: z.string(),
        short: z.string(),
        sections: z.array(z.strictObject({ section: z.string(), ...Because })),
        elsewhere: z.array(z.int()),
        ...Because,
      }),
    ),
    conflicts: z.array(z.strictObject({ agreement: z.string(), row: z.string(), ...Because })),
    contacts: z.array(
      z.strictObject({ unit: z.string(), municipality: z.string().nullable(), performers: z.array(z.string()), ...Because }),
    ),
    people: z.array(z.strictObject({ performer: z.string().nullable(), role: z.string().nullable(), ...Because })),
    bodies: z.array(z.strictObject({ body: z.string(), name: z.string(), ...Because })),
  })
  .openapi('TouchedByChange', {
    description: 'Vad som ska ses över. `because` är platser i `meaning`; `elsewhere` är ändringar som inget avsnitt pekar ut.',
  });

export const DiffBody = z
  .strictObject({
    slug: z.string(),
    from: z.string(),
    to: z.string(),
    meaning: z.array(ChangeBody),
    text: z.array(SectionDiffBody),
    touches: TouchedBody,
    url: z.string(),
  })
  .openapi('AgreementDiff');
