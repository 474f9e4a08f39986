import type { Conditions } from '../../../counties/conditions.ts';

/** Words of a condition, and the fact of the situation that they clearly mean. A group holds a number of years. */
export const CONDITION_WORDS: readonly { readonly pattern: RegExp; readonly means: (years: number) => Conditions }[] = [
  {
    pattern: /(?:insatser|stöd|hjälp)[^.]{0,30} (?:från (?:både|båda)|både från)(?!\p{L})/u,
    means: () => ({ 'needs-both': { is: true } }),
  },
  {
    pattern: /samsjuklighet|(?:samtidig|i kombination med)[^.]{0,40}psykiatrisk|psykiatriska? (?:diagnos|tillstånd)/u,
    means: () => ({ psychiatric: { is: true } }),
  },
  { pattern: /svår abstinens|komplicerad abstinens/u, means: () => ({ severity: { any: ['severe'] } }) },
  { pattern: /(?:från|över|fyllt|fyller|minst) (\d{1,2}) (?:års? |år$|år(?!\p{L}))/u, means: (years) => ({ age: { min: years } }) },
  { pattern: /boende i \p{L}+ län/u, means: () => ({ residence: { any: ['this-county'] } }) },
  { pattern: /(?<!\p{L})ansök(?:t|er|an)(?!\p{L})/u, means: () => ({ 'asks-for-support': { is: true } }) },
  { pattern: /öppen (?:psykiatrisk tvångsvård|rättspsykiatrisk vård)/u, means: () => ({ 'compulsory-open-care': { is: true } }) },
  { pattern: /målgruppen lss|personkrets/u, means: () => ({ 'disability-act': { is: true } }) },
];

/** Substances as agreements name them, and the options of the situation's fact. */
export const SUBSTANCE_WORDS: readonly { readonly pattern: RegExp; readonly option: string }[] = [
  { pattern: /alkohol/u, option: 'alcohol' },
  { pattern: /narkoti/u, option: 'narcotics' },
  { pattern: /läkemedel/u, option: 'medicines' },
  { pattern: /lösningsmedel/u, option: 'solvents' },
  { pattern: /dop(?:n)?ing/u, option: 'doping' },
  { pattern: /spel(?: om pengar|beroende|missbruk)/u, option: 'gambling' },
];
