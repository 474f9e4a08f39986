import { type Found, type Rule, whole } from '../reading.ts';

const INFORM =
  /^(.*?) (?:har (?:en )?skyldighet att|är skyldiga? att|ska|skall|ansvarar för att) informera (.*?) om (.*(?:förändring|ändring).*)$/iu;

/** The duty to tell the other parties of planned changes in one's own services. */
export const proposeInforming: Rule = (reading) =>
  reading.passages.flatMap((passage): Found[] => {
    const [, who, to, about] = INFORM.exec(passage.text) ?? [];
    if (who === undefined || to === undefined || about === undefined) return [];
    return [{ kind: 'duty-to-inform', value: { who, to, about }, reason: 'inform-clause', sure: 'sure', ground: [whole(passage)] }];
  });
