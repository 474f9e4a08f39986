import { answeredIn, type HeardReceiver, type HeardRound, viewsIn } from '../../domain/consultations/heard.ts';
import { type Outcome, outcomes } from '../../domain/consultations/round.ts';
import type { ParticipationLevel } from '../../domain/drafts/draft-file.ts';
import { formatDate, formatDates } from '../../ui/index.ts';
import { levelsGiven } from './participation-texts.ts';

const done: Record<Outcome, string> = {
  accepted: 'ändrat som föreslogs',
  'in-part': 'ändrat delvis',
  rejected: 'inte ändrat',
  noted: 'noterat',
};

const counted = (count: number) => (count === 1 ? '1 synpunkt' : `${count} synpunkter`);

/** How those concerned took part before a version was decided, in words: the same on the page and in the document. */
export const heardTexts = {
  heading: 'Delaktighet och remiss',
  level: (level: ParticipationLevel | null) => `Målgruppens delaktighet: ${level ? levelsGiven[level] : 'inte angiven'}.`,
  none: 'Ingen remiss är registrerad här.',
  round: ({ openedOn, lastDay }: HeardRound) => `Remiss ${formatDates(openedOn, lastDay)}`,
  about: ({ isPart, isPublic, level, closedOn }: HeardRound) =>
    `${isPart ? 'Delar av förslaget' : 'Hela förslaget'} skickades${isPublic ? ', och alla kunde läsa det' : ''}. ${levelsGiven[level]}. Avslutad ${formatDate(closedOn)}.`,
  asked: (round: HeardRound) =>
    round.asked.length === 0 ? 'Ingen särskild tillfrågades.' : `${answeredIn(round)} av ${round.asked.length} tillfrågade svarade.`,
  views: (round: HeardRound) => {
    const all = viewsIn(round);
    if (all === 0) return 'Ingen synpunkt kom in.';
    const what = outcomes.filter((one) => round.outcomes[one] > 0).map((one) => `${done[one]} ${round.outcomes[one]}`);
    const others = round.others === 0 ? '' : ` ${counted(round.others)} kom från andra än de tillfrågade.`;
    return `${counted(all)} kom in. Så blev det: ${what.join(', ')}.${others}`;
  },
  columns: ['Tillfrågad', 'Svar'],
  answer: ({ comments, stance }: HeardReceiver) => {
    if (comments > 0) return counted(comments);
    return stance === 'no-remarks' ? 'Inget att erinra (inga synpunkter)' : 'Inget svar';
  },
  caption: (round: HeardRound) => `De tillfrågade i remissen ${formatDates(round.openedOn, round.lastDay)}`,
  view: 'Ett svar i en remiss är en synpunkt. Den som har svarat har inte godkänt överenskommelsen.',
  compilation: 'Läs synpunkterna och svaren',
};
