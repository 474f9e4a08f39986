import type { ParticipationLevel } from '../../domain/drafts/draft-file.ts';

/** What the levels of participation are called, from the least to the most. */
export const levelNames: Readonly<Record<ParticipationLevel, string>> = {
  information: 'Information',
  consultation: 'Konsultation',
  dialogue: 'Dialog',
  influence: 'Inflytande',
  'shared-decision': 'Medbestämmande',
};

/** The levels with what was given to those concerned, said afterwards. */
export const levelsGiven: Readonly<Record<ParticipationLevel, string>> = {
  information: `${levelNames.information} – de fick veta`,
  consultation: `${levelNames.consultation} – de fick säga vad de tycker`,
  dialogue: `${levelNames.dialogue} – samtal i flera omgångar`,
  influence: `${levelNames.influence} – de var med och formade förslaget`,
  'shared-decision': `${levelNames['shared-decision']} – de var med och avgjorde`,
};
