import type { DraftEvent, Side } from '../../domain/drafts/process.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import type { ActRow } from './draft-acts.sql.ts';

/** The acts of a draft as its process reads them. An approval of several places is one act and several events. */
export function eventsOf(acts: readonly ActRow[]): DraftEvent[] {
  return acts.flatMap(({ id, kind, on, content }): DraftEvent[] => {
    const word = (name: string) => String(content[name] ?? '');
    switch (kind) {
      case 'drafts.open':
      case 'drafts.abandon':
      case 'drafts.publish':
      case 'drafts.withdraw':
        return [{ kind, id, on }];
      case 'drafts.approve': {
        const hashes = content.hashes as readonly string[];
        const places = content.places as readonly string[];
        return places.map((place, index) => ({ kind, id, on, place, hash: hashes[index] ?? '', side: word('side') as Side }));
      }
      case 'drafts.submit':
        return [{ kind, id, on, hash: word('hash'), revision: Number(content.revision), round: Number(content.round) }];
      case 'drafts.recall':
        return [{ kind, id, on, round: Number(content.round) }];
      case 'drafts.record-decision':
      case 'drafts.sign': {
        const outcome = content.outcome === 'rejected' ? 'rejected' : 'approved';
        return [{ kind, id, on, submission: word('submission'), step: word('step'), decider: word('decider') as Decider, outcome }];
      }
      default:
        return [];
    }
  });
}
