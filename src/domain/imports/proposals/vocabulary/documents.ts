import type { ValueOf } from '../proposal.ts';

type Kind = ValueOf<'reference'>['kind'];

/** Words that say what sort of document a title is of. */
export const DOCUMENT_KINDS: readonly { readonly pattern: RegExp; readonly kind: Kind }[] = [
  { pattern: /blankett|formulär|kallelse/iu, kind: 'form' },
  { pattern: /rutin|checklista|process(?!en)/iu, kind: 'routine' },
  { pattern: /(?:handlings|verksamhets|åtgärds)plan|strategi(?:n)?(?!\p{L}*grupp)|(?:handlings)program/iu, kind: 'plan' },
  { pattern: /riktlinje|vårdprogram|insatsprogram|kunskapsstöd|vägledning|vårdförlopp|begrepp|ledningssystem/iu, kind: 'guidance' },
  { pattern: /avtal/iu, kind: 'contract' },
  { pattern: /bilaga/iu, kind: 'annex' },
];

/** Documents named in running text: the word for the document and what it is about. */
export const TITLED: readonly RegExp[] = [
  /(?<!\p{L})(?:länsgemensamma )?överenskommelse(?:n)? (?:om (?:samverkan|samordnad)[^.,;]*|\d{4}[^.,;]*)/giu,
  // Named by a capital letter within the sentence.
  /(?<=\p{Ll},? )(?:Överenskommelse|Avtal|Samverkansavtal|Rutin|Riktlinje|Handlingsplan|Vägledning|Strategi|Program|Policy|Handlingsprogram)(?:en|et|n)? (?:om|för|kring|vid|mot|mellan) [^.,;]+?(?= som | har | gäller | samt | och (?:med|gäller)|[.,;]|$)/gu,
  /(?<!\p{L})överenskommelsen,? (?=\p{Lu})[^.,;]+/gu,
  /(?<!\p{L})(?:\p{L}+ ){0,2}handlingsplan(?:en)? för [^.,;]+?(?= har | som | och gäller| och med | gällde | gäller | i samverkan|[.,;]|$)/giu,
  /(?<!\p{L})(?:\p{L}+ )?handlingsprogrammet? för \p{L}+/giu,
  /(?<!\p{L})nationella riktlinjer(?:na)? för [^.,;]+?(?= samt | i |[.,;]|$)/giu,
  /(?<!\p{L})(?:nationella )?vård-? och ?\s?insats ?program(?:met|men)/giu,
  /(?<!\p{L})(?:regional|nationell)a? strategi(?:n)? för [^.,;]+?(?= som |[.,;]|$)/giu,
  /(?<!\p{L})rutinen (?=\p{Lu})[^.,;]+?(?= och | samt |[.,;]|$)/gu,
  /(?<!\p{L})riksavtal(?:et)? för [^.,;(]+?(?= och kommentarer|[.,;(]|$)/giu,
  /(?<!\p{L})\p{L}{4,}avtalet(?!\p{L})/giu,
  /(?<!\p{L})(?:allmänt )?kliniskt kunskapsstöd/giu,
  /(?<!\p{L})(?:lednings(?:- och samverkans)?system(?:et)?) (?:för|i) samverkan/giu,
  /(?<=["”“])avtal mellan [^"”“]+(?=["”“])/giu,
];
