import { describe, expect, test } from 'vitest';
import { givenSigningService } from '../../../tests/given/signing-service.ts';
import type { OrderState, SignatureOrder } from '../../domain/documents/signature-order.ts';
import { type Followed, followOrder } from './follow-order.ts';

const RETURN = 'https://overens.example/klar';

/** An order at the service, and what we have made of every call back. */
async function given(changes: Partial<SignatureOrder> = {}) {
  let now = Temporal.Instant.from('2026-11-22T11:00:00Z');
  const order: SignatureOrder = {
    id: 'order-1',
    sha256: 'a'.repeat(64),
    signer: 'SE2321000000-A1',
    seat: 'lanschefsnatverket.chair',
    expiresAt: now.add({ hours: 24 }),
    ...changes,
  };
  let state: OrderState = { state: 'waiting' };
  const told: Followed[] = [];
  const follow = async (reference: string | null) => {
    const followed = await followOrder(double.service, { order, reference, state }, now);
    state = followed.state;
    told.push(followed);
    return followed;
  };
  const double = givenSigningService(() => now, follow);
  const { reference } = await double.service.begin(order, RETURN);
  const wait = (hours: number) => {
    now = now.add({ hours });
  };
  return { ...double, order, reference, follow, told, wait, stateNow: () => state };
}

describe('an order at a signing service', () => {
  test('waits until the person has signed, and is then signed, with the proof', async () => {
    const { follow, reference, person, stateNow } = await given();
    expect((await follow(reference)).state).toEqual({ state: 'waiting' });
    await person.signs(reference);
    expect(stateNow()).toMatchObject({ state: 'signed', at: Temporal.Instant.from('2026-11-22T11:00:00Z') });
  });

  test('is put there once however often it is asked for', async () => {
    const { service, order, reference } = await given();
    expect((await service.begin(order, RETURN)).reference).toBe(reference);
  });

  test('is not changed by a second and third call back', async () => {
    const { person, reference, told } = await given();
    await person.signs(reference, { calls: 3 });
    expect(told.map(({ state }) => state.state)).toEqual(['signed', 'signed', 'signed']);
    expect(told.every(({ refused }) => refused === undefined)).toBe(true);
  });

  test('is not signed by another person, who got hold of the link', async () => {
    const { person, reference, told } = await given();
    await person.signs(reference, { as: 'SE2321000000-B2' });
    expect(told).toMatchObject([{ state: { state: 'waiting' }, refused: { code: 'signature-other-person' } }]);
  });

  test('is not signed by a signature over other bytes', async () => {
    const { person, reference, told } = await given();
    await person.signs(reference, { bytes: 'b'.repeat(64) });
    expect(told).toMatchObject([{ state: { state: 'waiting' }, refused: { code: 'signature-other-document' } }]);
  });

  test('is declined for ever: a signature afterwards is refused', async () => {
    const { person, reference, told } = await given();
    await person.declines(reference, 2);
    await person.signs(reference);
    expect(told.map(({ state, refused }) => [state.state, refused?.code])).toEqual([
      ['declined', undefined],
      ['declined', undefined],
      ['declined', 'signature-already-decided'],
    ]);
  });

  test('runs out, whether the service says so or never says anything', async () => {
    const said = await given();
    said.wait(25);
    await said.letTimeOut(said.reference);
    const silent = await given();
    await silent.follow(silent.reference);
    expect(silent.stateNow()).toEqual({ state: 'waiting' });
    silent.wait(25);
    await silent.follow(silent.reference);
    expect([said.stateNow().state, silent.stateNow().state]).toEqual(['timed-out', 'timed-out']);
  });

  test('is not signed after it has run out', async () => {
    const { person, reference, told, wait } = await given();
    wait(25);
    await person.signs(reference);
    expect(told).toMatchObject([{ state: { state: 'timed-out' }, refused: { code: 'signature-too-late' } }]);
  });

  test('does not wait for ever for an answer that was refused, nor when it never came to the service', async () => {
    const refused = await given();
    await refused.person.signs(refused.reference, { as: 'SE2321000000-B2' });
    expect(refused.stateNow().state).toBe('waiting');
    refused.wait(25);
    expect(await refused.follow(refused.reference)).toMatchObject({
      state: { state: 'timed-out', at: refused.order.expiresAt },
      refused: { code: 'signature-other-person' },
    });
    const lost = await given();
    expect(await lost.follow(null)).toEqual({ state: { state: 'waiting' }, reached: false });
    lost.wait(25);
    expect(await lost.follow(null)).toEqual({ state: { state: 'timed-out', at: lost.order.expiresAt }, reached: false });
  });

  test('stands as it did while the service is down, and when it answers what cannot be trusted', async () => {
    const { person, reference, told, goDown, comeBack, forgeFromNowOn, follow } = await given();
    goDown();
    expect(await follow(reference)).toEqual({ state: { state: 'waiting' }, reached: false });
    comeBack();
    forgeFromNowOn();
    await person.signs(reference);
    expect(told.at(-1)).toEqual({ state: { state: 'waiting' }, reached: false });
  });

  test('does not take the answer to another order', async () => {
    const { service, person, reference, order, answerForAnother, follow } = await given();
    const other = await service.begin({ ...order, id: 'order-2' }, RETURN);
    await person.signs(other.reference, { calls: 0 });
    answerForAnother(reference, other.reference);
    expect((await follow(reference)).refused?.code).toBe('signature-other-order');
  });

  test('takes an unexpected error for what it is', async () => {
    const { order, reference } = await given();
    const broken = { begin: () => Promise.reject(new Error('bug')), collect: () => Promise.reject(new Error('bug')) };
    await expect(followOrder(broken, { order, reference, state: { state: 'waiting' } }, order.expiresAt)).rejects.toThrow('bug');
  });
});
