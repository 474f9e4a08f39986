/** Verbs that tell how something is, what somebody thinks or what a text holds, and not what is done. Small words in `-r` stand with them. */
const STATES = [
  'är|har|kan|ska|skall|bör|får|vill|måste|behöver|blir|vet|var|kommer|saknar|äger|delar|består|utgör|utgår|ingår|hör|tillhör|känner',
  'avser|omfattar|innebär|gäller|beskriver|reglerar|syftar|berör|anser|menar|upplever|önskar|strävar|eftersträvar|riskerar|uppfyller',
  'bor|lever|söker|mår|lider|når|under|över|efter|eller|för|per|inför|utanför|innanför|framför',
  'ser(?! till)|tar(?! (?:emot|över|hand|kontakt|initiativ|fram|ställning|del|ansvar))',
].join('|');

/** A verb in the present tense by which somebody does something: `kallar`, `bekostar`, `tar emot`. Nouns in `-r` have to be kept away by where it stands. */
export const DOES = `(?!(?:${STATES})(?![\\p{L}-]))\\p{Ll}{2,}r`;

/** Words in `-s` that are no passive verbs with a doer, and genitives. */
const NO_PASSIVE = [
  'finns|hos|dess|deras|annars|alltid|oss|kris|minns|hoppas|trivs|lyckas|misslyckas|saknas|behövs|krävs|anses|vistas|avses|menas',
  'berörs|omfattas|grundas|präglas|kännetecknas|orsakas|drabbas|påverkas|begränsas|styrs|utgörs',
  'plats|fas|vis|års|läns|lands|livs|tills|service|\\p{Ll}*(?:analys|prognos|diagnos|process|kurs|resurs|remiss|polis|praxis)',
  '\\p{Ll}+(?:ens|ets|ernas|arnas|ornas|ors|ings|sions)',
].join('|');

/** A verb in the passive, present or infinitive: `bekostas`, `ges`, `samordnas`. */
export const IS_DONE = `(?!(?:${NO_PASSIVE})(?![\\p{L}-]))\\p{Ll}{2,}s`;
