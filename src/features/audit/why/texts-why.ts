import type { Ground } from '../../../domain/plans/reach.ts';
import type { RefusalTexts } from '../../../platform/index.ts';
import { formatDateTime } from '../../../ui/index.ts';
import { dataKindTexts } from '../../plans/index.ts';
import type { Explained } from './replay-look.ts';

export const whyTexts = {
  link: 'Varför fick hen se detta?',
  title: 'Varför fick hen se detta?',
  lead: 'Här står vad loggen säger släppte in läsaren, del för del. Reglerna är prövade en gång till, på det som gällde just då.',
  what: 'Det här var öppet',
  columns: ['Del av planen', 'Varför'],
  nothing: 'Inget av planens innehåll var öppet. Läsaren såg att planen finns, för att enheten är med i den.',
  grounds: {
    own: () => 'Enheten arbetade med personen då, hos den huvudman som planen hör till.',
    individual: () => 'Det är läsarens egen plan.',
    guardian: () => 'Läsaren var vårdnadshavare för barnet då.',
    representative: () => 'Läsaren företrädde personen då, och uppdraget gällde den delen.',
    consent: (at: string | undefined) => `Personen hade samtyckt till det${at ? `. Svaret skrevs ner ${at}` : ''}.`,
    rule: (at: string | undefined) => `Ett beslut enligt lag gällde${at ? `. Det fattades ${at}` : ''}.`,
  } satisfies Readonly<Record<Ground['kind'], (at: string | undefined) => string>>,
  again: 'Prövat på nytt',
  same: 'Samma svar. Det som är sparat ger samma delar av samma skäl.',
  different: 'Inte samma svar. Loggen och det som är sparat stämmer inte överens. Utred hur det kan komma sig, och pröva loggen.',
  differs: 'Det som skiljer',
  differsColumns: ['Del av planen', 'Enligt loggen', 'Prövat på nytt'],
  shut: 'Stängd',
  otherRules: 'Reglerna i programmet har ändrats sedan dess. Svaren går inte att jämföra.',
  noRow: 'Det finns ingen sådan rad om en plan i loggen.',
  unknown: 'Raden säger inte vad som avgjorde. Läsaren nekades, eller så är raden äldre än den uppgiften.',
} as const;

export const whyRefusals: RefusalTexts = {
  'look-not-found': {
    status: 404,
    title: 'Raden finns inte',
    detail: () => 'Det finns ingen sådan rad om en plan i loggen hos din huvudman.',
  },
};

/** What let the reader in, in words. */
export function saidGround(ground: Ground, { writtenAt }: Pick<Explained, 'writtenAt'>): string {
  const at = 'id' in ground ? writtenAt.get(ground.id) : undefined;
  return whyTexts.grounds[ground.kind](at && formatDateTime(at));
}

/** The answer line by line, for a command. */
export function whyLines(explained: Explained): string[] {
  const { grounds, replay } = explained;
  const said = (ground: Ground | undefined) => (ground ? saidGround(ground, explained) : whyTexts.shut);
  return [
    ...(grounds.size === 0 ? [whyTexts.nothing] : [...grounds].map(([kind, ground]) => `${dataKindTexts[kind]}: ${said(ground)}`)),
    replay.verdict === 'same' ? whyTexts.same : replay.verdict === 'different' ? whyTexts.different : whyTexts.otherRules,
    ...(replay.verdict === 'different'
      ? replay.differences.map((one) => `${dataKindTexts[one.kind]}: ${said(one.logged)} / ${whyTexts.again}: ${said(one.again)}`)
      : []),
  ];
}
