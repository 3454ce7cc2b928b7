import fixture from './history-version-1.json' with { type: 'json' }

/** A tag of version 1, joined from its records. */
export type OldTag = (typeof fixture.tags)[number]

export const oldTags: OldTag[] = fixture.tags
export const oldBytes = (store: 'thumbnails' | 'embeddings', id: string) =>
  Uint8Array.from(atob((fixture[store] as Record<string, string>)[id] ?? ''), char => char.charCodeAt(0))

/**
 * Writes the database as version 1 of the extension did. Uses no current code, so that changes to the code cannot change the
 * fixture, and nothing from outside the function, so that it also runs in pages.
 */
export function writeVersion1({ tags, thumbnails, embeddings }: typeof fixture): Promise<void> {
  const bytes = (base64 = '') => Uint8Array.from(atob(base64), char => char.charCodeAt(0))
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('history', 1)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('tags', { keyPath: 'id' })
      store.createIndex('seenAt', ['seenAt', 'id'])
      store.createIndex('garment', ['garment', 'seenAt', 'id'])
      opening.result.createObjectStore('thumbnails')
      opening.result.createObjectStore('embeddings')
    }
    opening.onsuccess = () => {
      const database = opening.result
      const stores = database.transaction(['tags', 'thumbnails', 'embeddings'], 'readwrite')
      for (const tag of tags) {
        const key = tag.id as keyof typeof thumbnails
        stores.objectStore('tags').put(tag)
        stores.objectStore('thumbnails').put(new Blob([bytes(thumbnails[key])], { type: 'image/webp' }), tag.id)
        stores.objectStore('embeddings').put(new Int8Array(bytes(embeddings[key]).buffer), tag.id)
      }
      stores.onabort = () => reject(stores.error)
      stores.oncomplete = () => {
        database.close()
        resolve()
      }
    }
  })
}
