import { expect, test } from 'vitest';
import { answeredIn, type HeardReceiver, viewsIn } from './heard.ts';

const one = (comments: number, stance: HeardReceiver['stance']): HeardReceiver => ({ kind: 'unit', name: 'E', comments, stance });

test('counts the views of those asked and of others, and as answered whoever gave a view or said that there was none', () => {
  const asked = [one(2, null), one(0, 'no-remarks'), one(0, null), one(1, 'done')];
  expect(viewsIn({ asked, others: 3 })).toBe(6);
  expect(answeredIn({ asked })).toBe(3);
  expect([viewsIn({ asked: [], others: 0 }), answeredIn({ asked: [] })]).toEqual([0, 0]);
});
