/** Names as sequences of tokens, so that a line break or a no-break space inside a name makes no difference. */
export type NameNode = { next: Map<string, NameNode>; name?: string };

export function emptyTrie(): NameNode {
  return { next: new Map() };
}

/** Adds a name; `keys` are its tokens and `name` what is found when they are read. */
export function addName(root: NameNode, keys: readonly string[], name: string): void {
  let node = root;
  for (const key of keys) {
    let child = node.next.get(key);
    if (!child) {
      child = emptyTrie();
      node.next.set(key, child);
    }
    node = child;
  }
  node.name ??= name;
}
