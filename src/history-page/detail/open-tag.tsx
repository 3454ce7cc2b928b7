import type { Entry } from '../../history/search/entry.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { CatalogueState } from '../data/use-catalogue.ts'
import { Detail } from './detail.tsx'
import { useTag } from './use-tag.ts'

interface OpenTagProps {
  host: HostPort
  id: string
  state: CatalogueState
  /** The list that may contain the tag. */
  items: readonly Entry[]
  /** @param index in the list; -1 if the tag is not in it */
  onOpen(id: string, index: number): void
  onClose(): void
  onFavourite(ids: string[], isFavourite: boolean): void
  onSimilar(id: string): void
  onDelete(id: string): void
}

/** The open tag, with its neighbours in the list. */
export function OpenTag({ id, state: { catalogue }, items, onOpen, ...on }: OpenTagProps) {
  const tag = useTag(id, catalogue.get(id))
  const index = items.findIndex(item => item.id === id)
  return (
    <Detail
      tag={tag}
      tags={() => catalogue.search({})}
      before={items[index - 1]?.id}
      after={index < 0 ? undefined : items[index + 1]?.id}
      onOpen={next =>
        onOpen(
          next,
          items.findIndex(item => item.id === next),
        )
      }
      {...on}
    />
  )
}
