import { z } from 'zod';
import type { Path } from './check-fault.ts';
import { type FileKind, schemas } from './check-kinds.ts';
import { isMapping } from './check-select.ts';

const jsonSchemas = new Map<FileKind, unknown>();

function jsonSchemaOf(kind: FileKind): unknown {
  if (!jsonSchemas.has(kind)) jsonSchemas.set(kind, z.toJSONSchema(schemas[kind], { io: 'input' }));
  return jsonSchemas.get(kind);
}

/** A schema node as the schemas it may stand for: references followed, choices opened. */
function opened(root: unknown, node: unknown): Record<string, unknown>[] {
  if (!isMapping(node)) return [];
  if (typeof node.$ref === 'string') {
    const name = node.$ref.split('/').at(-1) ?? '';
    return isMapping(root) && isMapping(root.$defs) ? opened(root, root.$defs[name]) : [];
  }
  const choices = node.anyOf ?? node.oneOf;
  return Array.isArray(choices) ? choices.flatMap((choice) => opened(root, choice)) : [node];
}

/** The keys that a mapping at this place of a file may have. */
export function allowedKeys(kind: FileKind, path: Path): string[] {
  const root = jsonSchemaOf(kind);
  let nodes = opened(root, root);
  for (const part of path) {
    nodes = nodes.flatMap((node) => {
      if (typeof part === 'number') return opened(root, node.items);
      const properties = node.properties;
      const named = isMapping(properties) && Object.hasOwn(properties, part) ? properties[part] : node.additionalProperties;
      return opened(root, named);
    });
  }
  return [...new Set(nodes.flatMap((node) => (isMapping(node.properties) ? Object.keys(node.properties) : [])))];
}
