/** A class of actor that every agreement speaks of: how it is written (stems, any ending), whose authority, which performers of the taxonomy. */
export type ActorWords = {
  readonly actor: string;
  readonly authority: 'region' | 'municipality' | 'both' | 'external';
  readonly performers: readonly string[];
  /** Regular expressions over lower case words. The county's own names are added when the knowledge is made ready. */
  readonly words: readonly string[];
};

const CARE = '(?:specialist)?(?:vård(?:en)?|sjukvård(?:en)?|kliniker(?:na)?|kliniken)';

export const ACTOR_WORDS: readonly ActorWords[] = [
  {
    actor: 'both',
    authority: 'both',
    performers: [],
    words: ['huvudm[aä]n(?:nen|s|nens)?', 'huvudmannen', 'parterna', 'varje part', 'respektive part', 'samtliga parter', 'alla parter'],
  },
  { actor: 'region', authority: 'region', performers: [], words: ['region(?:en|ens|er|erna|ernas)?', 'landsting(?:et|ets|en)?'] },
  {
    actor: 'municipality',
    authority: 'municipality',
    performers: [],
    words: ['(?:hem|vistelse|placerings)?kommun(?:en|ens|er|erna|ernas)?'],
  },
  {
    actor: 'social-services',
    authority: 'municipality',
    performers: ['individ-familjeomsorg'],
    words: ['socialtjänst(?:en|ens)?', 'socialnämnd(?:en|ens)?', 'individ- och familjeomsorg(?:en|ens)?', 'ifo'],
  },
  {
    actor: 'disability-services',
    authority: 'municipality',
    performers: ['funktionshinderomsorg'],
    words: ['socialpsykiatri(?:n)?', 'funktionshinderomsorg(?:en)?'],
  },
  { actor: 'elderly-care', authority: 'municipality', performers: ['aldreomsorg'], words: ['äldreomsorg(?:en)?'] },
  {
    actor: 'municipal-health-care',
    authority: 'municipality',
    performers: ['kommunal-halso-sjukvard'],
    words: ['(?:den )?kommunala? (?:hemsjukvård(?:en)?|hälso- och sjukvård(?:en)?)', 'kommunens (?:hemsjukvård|hälso- och sjukvård)'],
  },
  {
    actor: 'health-care',
    authority: 'region',
    performers: [],
    words: ['(?:regionens )?hälso- och sjukvård(?:en|ens)?'],
  },
  {
    actor: 'primary-care',
    authority: 'region',
    performers: ['primarvard'],
    words: [
      '(?:regionens )?primärvård(?:en|ens)?',
      'vårdcentral(?:en|er|erna|ens)?',
      'hälsocentral(?:en|er|erna|ens)?',
      'vc',
      'första linjen',
    ],
  },
  {
    actor: 'psychiatry',
    authority: 'region',
    performers: ['psykiatrisk-oppenvard', 'psykiatrisk-heldygnsvard'],
    words: ['(?:specialist|vuxen)?psykiatri(?:n|ns)', 'specialistpsykiatri', `psykiatriska? ${CARE}`, 'bup', 'vup'],
  },
  {
    actor: 'somatic-care',
    authority: 'region',
    performers: ['somatisk-oppenvard', 'somatisk-heldygnsvard'],
    words: [`somatiska? ${CARE}`],
  },
  {
    actor: 'inpatient-care',
    authority: 'region',
    performers: ['somatisk-heldygnsvard', 'psykiatrisk-heldygnsvard'],
    words: ['(?:den )?slut(?:na |en)vården', 'heldygnsvården'],
  },
  { actor: 'emergency-care', authority: 'region', performers: ['somatisk-akutvard'], words: ['akutmottagning(?:en|ar|arna)?'] },
  { actor: 'police', authority: 'external', performers: [], words: ['polis(?:en|ens)?', 'polismyndighet(?:en|ens)?'] },
  { actor: 'county-board', authority: 'external', performers: [], words: ['länsstyrelse(?:n|ns)?'] },
  { actor: 'probation', authority: 'external', performers: [], words: ['frivård(?:en|ens)?', 'kriminalvårdens frivård'] },
  { actor: 'social-insurance', authority: 'external', performers: [], words: ['försäkringskassan'] },
  { actor: 'employment-service', authority: 'external', performers: [], words: ['arbetsförmedling(?:en|ens)?'] },
];

/** Endings of a single unit, post or group that may be given a duty although no vocabulary knows it. */
export const UNIT_ENDINGS =
  '(?:mottagning|sjukhus|hemsjukvård|hemtjänst|förvaltning|styrelse|enhet|klinik|avdelning|samordnare|läkare|team|grupp|råd|nätverk|nämnd|förbund|forum|struktur|myndighet|profession|nivå|verksamhet)';
