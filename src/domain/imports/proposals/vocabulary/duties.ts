import { DOES } from './verbs.ts';

/** A way to say that somebody has a duty: the words between who and what. Tried in order; the longest sure ones first. */
export type DutyWords = {
  readonly pattern: string;
  readonly role: 'responsible' | 'main' | 'contributes' | 'host' | 'may-offer' | 'refers';
  readonly strength: 'must' | 'should' | 'may';
  /** Only right after an actor that begins the sentence: the verb by itself says little. */
  readonly near?: true;
};

const ADJECTIVES =
  '(?:(?:ett|det|en|den|gemensamt|gemensamma|yttersta|utvidgat|särskilt|särskild|övergripande|lagreglerad|lagstadgad|också|även|således|därför|dock) ){0,4}';

/** Between the actor before and the task after. */
export const DUTY_WORDS: readonly DutyWords[] = [
  { pattern: `(?:har|är|får|bär) ${ADJECTIVES}huvudansvar(?:et)? för(?: att)?`, role: 'main', strength: 'must' },
  { pattern: '(?:har|bär) (?:\\p{L}+ ){0,6}?ansvar(?:et)? för(?: att)?', role: 'responsible', strength: 'must' },
  {
    pattern: `har ${ADJECTIVES}(?:i )?(?:\\p{L}+- och )?(?:\\p{L}*skyldighet(?:en)?|uppdrag(?:et)?|uppgift(?:en)?) att`,
    role: 'responsible',
    strength: 'must',
  },
  { pattern: 'är (?:dessutom |också |även )?(?:skyldiga?|ansvariga?)(?: för)? att', role: 'responsible', strength: 'must' },
  { pattern: 'har att(?= (?!göra)\\p{Ll})', role: 'responsible', strength: 'must' },
  { pattern: 'är (?:\\p{L}+t )?ansvariga? för(?! att)', role: 'responsible', strength: 'must' },
  { pattern: '(?:åtar|förbinder) sig att', role: 'responsible', strength: 'must' },
  { pattern: '(?:ansvarar|svarar) för(?: att)?', role: 'responsible', strength: 'must' },
  { pattern: '(?:ska|skall|måste)', role: 'responsible', strength: 'must' },
  { pattern: 'bör', role: 'responsible', strength: 'should' },
  { pattern: 'kan (?:\\p{L}+ ){0,4}?(?=erbjuda|tillhandahålla|ge )', role: 'may-offer', strength: 'may' },
  { pattern: 'får (?=\\p{L}+a(?!\\p{L}))', role: 'may-offer', strength: 'may' },
  {
    pattern: '(?=(?:tillhandahåller|erbjuder|handlägger|behandlar|utreder|inleder|genomför|samordnar|verkställer|bekostar)(?!\\p{L}))',
    role: 'responsible',
    strength: 'must',
  },
  { pattern: '(?=arbetar aktivt med)', role: 'responsible', strength: 'must' },
  // The verb follows the one who acts at once: whatever is done is a task.
  { pattern: `(?=${DOES}(?![\\p{L}-]))`, role: 'responsible', strength: 'must', near: true },
];

/** A passive verb and the little word before who does it. */
export const PASSIVE_AGENTS: readonly DutyWords[] = [
  { pattern: 'främst \\p{L}+s av', role: 'main', strength: 'must' },
  {
    pattern:
      '(?:utreds|erbjuds|handläggs|behandlas|genomförs|utförs|tillhandahålls|bedrivs|ges|initieras|samordnas|ansvaras) (?:\\p{L}+ )?(?:av|inom|via|på)',
    role: 'responsible',
    strength: 'must',
  },
  { pattern: 'sker (?:\\p{L}+ ){0,3}(?:via|hos|inom)', role: 'responsible', strength: 'must' },
  { pattern: 'bör (?:dock )?(?:\\p{L}+s) inom ramen för', role: 'responsible', strength: 'should' },
  { pattern: '(?:ska|skall|bör) via', role: 'responsible', strength: 'must' },
  {
    pattern: 'kan (?=(?:inläggning|vård|behandling) (?:ske )?på)(?:inläggning|vård|behandling) (?:ske )?på',
    role: 'responsible',
    strength: 'may',
  },
  { pattern: 'tillhör organisatoriskt', role: 'host', strength: 'must' },
];

/** A duty said with who and what the other way about: the groups are `who` and `what`. */
export const DUTY_NOUNS: readonly RegExp[] = [
  /(?<!\p{L})ansvaret för att (?<what>.+?) (?:åligger|vilar på|ligger (?:på|hos)) (?<who>[^.]+)/iu,
  /^det är (?<who>(?!inte |vem |viktigt )[^.]+?) som (?<what>[^.]+)/iu,
  /(?<!\p{L})(?:åligger|ankommer på|vilar på) (?<who>[^.]+?) att (?<what>[^.]+)/iu,
  /(?<!\p{L})ansvar(?:et)? för (?<what>.+?) delas mellan (?<who>[^.]+)/iu,
  /(?<!\p{L})ansvariga? för att (?<what>.+?) är (?<who>[^.]+)/iu,
  /(?:medför|innebär|ger) (?:\p{L}+ ){0,3}(?:ansvar|skyldighet|uppdrag) för (?<who>.+?) att (?<what>[^.]+)/iu,
  /(?<!\p{L})för (?<who>.+?) (?:innebär|medför|gäller) (?:\p{L}+ ){0,3}?(?:en skyldighet|ett ansvar|skyldighet) att (?<what>[^.]+)/iu,
];

/** As above, but the one who acts must be known: the words by themselves are too common. */
export const OWNED_DUTIES: readonly RegExp[] = [
  /(?:ingår|ligger|hör) (?:\p{L}+ )?(?:i|till|inom) (?<who>[^,.]+?) (?:ansvar|uppdrag|uppgift(?:er)?|åtaganden?) (?:även |också )?att (?<what>[^.]+)/iu,
  /(?<!\p{L})är det (?<who>[^,.]+?s) (?:skyldighet|ansvar|uppgift|uppdrag|sak) att (?<what>[^.]+)/iu,
  /(?<!\p{L})är det (?<who>[^,.]+?) som (?<what>[^.]+)/iu,
  /(?<!\p{L})(?:åvilar|tillkommer|tillfaller) (?<who>[^.,]+?) att (?<what>[^.]+)/iu,
  /^för (?<what>[^,.]+?) (?:an)?svarar (?<who>[^,.]+?)(?=,|\.|$| medan )/iu,
  /^(?<what>[^.,]+?) (?:är|utgör) (?!det )(?<who>[^,.]+?s) (?:ansvar|uppgift|uppdrag|skyldighet)(?![\p{L}])/iu,
];

/** After these words a statement is a wish or a purpose, not a duty. */
export const PURPOSES = /(?:syftar till|syftet(?: med [^.]*)? är|målet(?: med [^.]*)? är|så|för|i syfte) att (?:\p{L}+ )?$/iu;

/** Words that make the subject a thing and not somebody: the sentence tells what an agreement, a plan or a method is. */
export const THINGS =
  '(?:\\p{L}*överenskommelse\\p{L}*|\\p{L}*plan(?:en|erna)?|arbete\\p{L}*|syfte\\p{L}*|\\p{L}*målet|mål|\\p{L}*insatser(?:na)?|samverkan|samarbete\\p{L}*|\\p{L}*behandling(?:en)?|\\p{L}*metod\\p{L}*|\\p{L}*strategi(?:n|er)?|utgångspunkt\\p{L}*|tillstånd\\p{L}*|\\p{L}*lagstiftning\\p{L}*|lagändring\\p{L}*|rättigheter|beslut|avtal|ledningssystem\\p{L}*|struktur(?:en)?|representanter|personer|individer|barn|patienter|missbruk\\p{L}*|begreppet)';
