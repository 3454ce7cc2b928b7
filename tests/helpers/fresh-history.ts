import 'fake-indexeddb/auto'
import './base64-polyfill.ts'
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { Tag } from '../../src/history/tag.ts'
import { locks } from './locks.ts'

/** Imports the history modules afresh over an empty database. Each import holds its own connection, like a browser context. */
export async function freshHistory() {
  globalThis.indexedDB = new IDBFactory()
  endContexts()
  return anotherContext()
}

/** Releases all locks, as the browser does when contexts end. */
export function endContexts(): void {
  Object.defineProperty(globalThis, 'navigator', {
    value: { ...globalThis.navigator, locks: locks() },
    configurable: true,
    writable: true,
  })
}

/** Imports the history modules afresh over the existing database. */
export async function anotherContext() {
  if (!globalThis.navigator?.locks) endContexts()
  vi.resetModules()
  return {
    ...(await import('../../src/history/tags/save-tags.ts')),
    ...(await import('../../src/history/tags/deleted-tags.ts')),
    ...(await import('../../src/history/tags/read-tags.ts')),
    ...(await import('../../src/history/retention.ts')),
    ...(await import('../../src/history/erase.ts')),
    ...(await import('../../src/history/measure-storage.ts')),
    ...(await import('../../src/history/save-failure.ts')),
    ...(await import('../../src/history/watch-history.ts')),
    ...(await import('../../src/history/database/open-history.ts')),
  }
}

/** A typical tag. Its thumbnail starts like a WebP file and contains the id. */
export function tag(id: string, seenAt: number, rest: Partial<Tag> = {}): Tag {
  return {
    id,
    seenAt,
    garment: 'Shoes',
    confidence: 0.9,
    probabilities: [0, 0, 0, 0, 0.9, 0, 0, 0, 0, 0, 0.1],
    pageUrl: `https://shop.example/${id}`,
    pageTitle: `Page ${id}`,
    imageUrl: `https://shop.example/${id}.jpg`,
    by: 'auto',
    colours: [{ lightness: 0.5, chroma: 0.1, hue: 250, share: 0.8 }],
    network: 'test',
    thumbnail: new TextEncoder().encode(`RIFF----WEBP${id}`),
    embedding: Int8Array.of(1, -127, 3),
    ...rest,
  }
}

/** Writes the tags `t0`, `t1` …, seen at 0, 1 …, in one transaction. */
export async function fill(history: Awaited<ReturnType<typeof anotherContext>>, count: number): Promise<void> {
  await history.saveTags(Array.from({ length: count }, (_, i) => tag(`t${i}`, i)))
}

export const ids = (tags: readonly { id: string }[]) => tags.map(({ id }) => id)
