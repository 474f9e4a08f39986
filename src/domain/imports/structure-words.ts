/** The Swedish that the shape of a text is read by. Words in lower case; patterns are tried on a whole line without the white space around it. */

/** A line that ends with one of these goes on in the next. */
export const UNFINISHED = new Set(
  'i av och eller för med på till om en ett den det de som samt från inom mellan under vid att än kring enligt utan mot – - /'.split(' '),
);

/** After a word with a hyphen at the end of a line, these show that the hyphen was meant: vård- och omsorg. */
export const AFTER_HYPHEN = new Set('och eller samt respektive resp'.split(' '));

/** Words that a sentence has and a heading has not. */
export const OF_SENTENCES = new Set('ska skall kan får bör måste är har finns gäller blir behövs kommer sker görs tas ges'.split(' '));

/** What the headings of an agreement's chapters begin with, or are. Without styles or numbers they are taken for headings of the highest level. */
export const CHAPTERS: readonly RegExp[] = [
  /^(inledning|bakgrund|syfte|mål|målen|övergripande mål|målgrupp|målgrupper|parter|deltagare|utgångspunkter|definitioner|omfattning)(et|en)?\b/,
  /^(ansvarsfördelning|gemensamt ansvar|gemensam värdegrund|värdegrund|lagstiftning|samverkan$|genomförande|kostnader|ekonomi)/,
  /^(kommun|kommunen|kommunerna|region|regionen|landsting|landstinget)s? (.* )?ansvar/,
  /^(lokala|implementering|uppföljning|avvikelse|tvist|giltighet|ikraftträdande|utvärdering|revidering|referenser|bilag|underskrift)/,
  /\b(varaktighet|hantering av brister)\b/,
];

/** An authority named alone on a line, as the heading of those that belong to it. */
export const AUTHORITY = /^(kommun|kommunen|kommunerna|region|regionen|landstinget|staten|övriga)$/;

/** What the title of such a document says that it is. */
export const DOCUMENT_WORDS = /överenskommelse|avtal|riktlinje|rutin|handlingsplan|vägledning|samverkan|stöd för|policy/;

/** What a page of the web says about itself. */
export const NAVIGATION =
  /^(navigera till|hoppa till|gå till huvudsidan|gå till innehållet|till startsidan|du är här|skriv ut|dela sidan|lyssna\b)/;

/** Lines of a document system: who approved, from when, which version. */
export const METADATA: readonly RegExp[] = [
  /^(godkän[dt] av|innehållsansvarig|fastställ[dt] av|utarbetad av|dokumentansvarig)\b.*\b(gäller från|version|giltig|revider)/,
  /^(kapitel\s+)?dokument ?id\s+\d+$/,
];

/** A running header that carries the number of the page: RIKTLINJE 8(10). */
export const NUMBERED_HEADER = /^\p{Lu}[\p{Lu} -]{2,40}\s+\d{1,3}\s?\(\d{1,3}\)$/u;

/** The number of a page, alone on its line. */
export const PAGE_NUMBER = /^(sid(a|an)?\.?\s*)?([-–]\s*)?\d{1,3}(\s*[-–])?(\s*(av|\/)\s*\d{1,3}|\s?\(\d{1,3}\))?$/;

/** Abbreviations that no sentence ends with. */
export const NEVER_LAST = new Set(
  'kap. st. p. nr. art. jfr. t.ex. bl.a. dvs. d.v.s. s.k. fr.o.m. t.o.m. inkl. exkl. ca. c:a resp. avd. tel. dr. prof. ang. enl. f.d. p.g.a. m.a.o. s. sid. bil. prop. dir. skr. forts. f.n. e.d. el. jur. leg.'.split(
    ' ',
  ),
);

/** Abbreviations that a sentence may end with. */
export const MAYBE_LAST = new Set('m.m. m.fl. mm. mfl. osv. o.s.v. etc. o.d. m.m.. o.dyl. ff. d.å. kl.'.split(' '));
