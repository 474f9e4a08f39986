import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growingTree } from './growing-tree.ts';
import { consistencyProof, frontierOf, inclusionProof, merkleRoot, type NodeReader, type TreeHash } from './merkle.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

const sha = (...parts: (Uint8Array | string)[]) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();
const hash: TreeHash = {
  empty: sha(),
  leaf: (line) => sha(Buffer.from([0]), line),
  node: (left, right) => sha(Buffer.from([1]), left, right),
};

/** RFC 9162 §2.1.1, word for word. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha();
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return hash.node(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** RFC 9162 §2.1.3.1. */
function naivePath(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** RFC 9162 §2.1.4.1. */
function naiveSubproof(m: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...naiveSubproof(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...naiveSubproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

const leavesOf = (size: number) => Array.from({ length: size }, (_, i) => hash.leaf(`leaf ${i}`));

/** Reads complete subtrees only, as the database keeps them. */
function readerOf(leaves: readonly Uint8Array[]): NodeReader {
  return async (level, index) => {
    const from = index * 2 ** level;
    if (from + 2 ** level > leaves.length) throw new Error(`${level}/${index} is not complete`);
    return naiveRoot(leaves.slice(from, from + 2 ** level));
  };
}

const hex = (hashes: readonly Uint8Array[]) => hashes.map((one) => Buffer.from(one).toString('hex'));
const size = fc.integer({ min: 1, max: 130 });
const sizeAndPart = size.chain((n) => fc.record({ n: fc.constant(n), part: fc.integer({ min: 1, max: n }) }));

describe('the tree', () => {
  test('has the roots that Certificate Transparency gives for its own test leaves', async () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const leaves = inputs.map((input) => sha(Buffer.from([0]), Buffer.from(input, 'hex')));
    expect(hex([await merkleRoot(8, readerOf(leaves), hash)])).toEqual([
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
    expect(hex([await merkleRoot(0, readerOf([]), hash)])).toEqual(['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']);
  });

  test('has the root of the recursive definition, at every size', async () => {
    await fc.assert(
      fc.asyncProperty(size, async (n) => {
        expect(hex([await merkleRoot(n, readerOf(leavesOf(n)), hash)])).toEqual(hex([naiveRoot(leavesOf(n))]));
      }),
    );
  });

  test('grows to the same root, and goes on the same from any size', () => {
    fc.assert(
      fc.property(sizeAndPart, ({ n, part }) => {
        const leaves = leavesOf(n);
        const first = growingTree(hash);
        for (const leaf of leaves.slice(0, part)) first.append(leaf);
        expect(hex([first.root()])).toEqual(hex([naiveRoot(leaves.slice(0, part))]));
        const frontier = frontierOf(part).map(({ level, index }) => naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)));
        const second = growingTree(hash, part, frontier);
        for (const leaf of leaves.slice(part)) {
          for (const { level, index, hash: node } of second.append(leaf)) {
            expect(hex([node])).toEqual(hex([naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))]));
          }
        }
        expect(hex([second.root()])).toEqual(hex([naiveRoot(leaves)]));
      }),
    );
  });

  test('refuses sizes and places that are none', async () => {
    const read = readerOf(leavesOf(3));
    for (const wrong of [-1, 1.5, Number.NaN, 2 ** 60]) await expect(merkleRoot(wrong, read, hash)).rejects.toThrow(RangeError);
    await expect(inclusionProof(3, 3, read, hash)).rejects.toThrow(RangeError);
    await expect(consistencyProof(0, 3, read, hash)).rejects.toThrow(RangeError);
    await expect(consistencyProof(4, 3, read, hash)).rejects.toThrow(RangeError);
    expect(() => growingTree(hash, 3, [])).toThrow(RangeError);
  });
});

describe('an inclusion proof', () => {
  test('is that of the recursive definition, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndPart, async ({ n, part }) => {
        const leaves = leavesOf(n);
        const index = part - 1;
        const proof = await inclusionProof(index, n, readerOf(leaves), hash);
        expect(hex(proof)).toEqual(hex(naivePath(index, leaves)));
        const claim = { index, size: n, leaf: leaves[index] as Uint8Array, root: naiveRoot(leaves) };
        expect(verifyInclusion(claim, proof, hash)).toBe(true);
      }),
    );
  });

  test('never verifies another leaf, place, root or path', async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndPart, fc.nat(), async ({ n, part }, which) => {
        const leaves = leavesOf(n);
        const index = part - 1;
        const proof = await inclusionProof(index, n, readerOf(leaves), hash);
        const claim = { index, size: n, leaf: leaves[index] as Uint8Array, root: naiveRoot(leaves) };
        const other = hash.leaf('another');
        expect(verifyInclusion({ ...claim, leaf: other }, proof, hash)).toBe(false);
        expect(verifyInclusion({ ...claim, root: other }, proof, hash)).toBe(false);
        expect(verifyInclusion({ ...claim, index: n }, proof, hash)).toBe(false);
        expect(verifyInclusion(claim, [...proof, other], hash)).toBe(false);
        if (proof.length === 0) return;
        expect(verifyInclusion(claim, proof.slice(1), hash)).toBe(false);
        expect(verifyInclusion(claim, proof.with(which % proof.length, other), hash)).toBe(false);
        expect(verifyInclusion({ ...claim, index: (index + 1) % n }, proof, hash)).toBe(false);
      }),
    );
  });
});

describe('a consistency proof', () => {
  test('is that of the recursive definition, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndPart, async ({ n, part }) => {
        const leaves = leavesOf(n);
        const proof = await consistencyProof(part, n, readerOf(leaves), hash);
        expect(hex(proof)).toEqual(hex(naiveSubproof(part, leaves, true)));
        const claim = { first: part, firstRoot: naiveRoot(leaves.slice(0, part)), size: n, root: naiveRoot(leaves) };
        expect(verifyConsistency(claim, proof, hash)).toBe(true);
      }),
    );
  });

  test('never verifies a tree that begins otherwise, another root or another path', async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndPart, fc.nat(), async ({ n, part }, which) => {
        const leaves = leavesOf(n);
        const proof = await consistencyProof(part, n, readerOf(leaves), hash);
        const claim = { first: part, firstRoot: naiveRoot(leaves.slice(0, part)), size: n, root: naiveRoot(leaves) };
        const otherwise = leaves.slice(0, part).with(which % part, hash.leaf('another'));
        const other = hash.leaf('another');
        expect(verifyConsistency({ ...claim, firstRoot: naiveRoot(otherwise) }, proof, hash)).toBe(false);
        expect(verifyConsistency({ ...claim, root: other }, proof, hash)).toBe(false);
        expect(verifyConsistency(claim, [...proof, other], hash)).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(claim, proof.with(which % proof.length, other), hash)).toBe(false);
      }),
    );
  });
});
