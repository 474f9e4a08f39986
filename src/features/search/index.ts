import type { Tx } from '../../platform/index.ts';

export async function rebuildSearch(_tx: Tx): Promise<void> {}
