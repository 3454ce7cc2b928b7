import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { isAnswered } from '../apparel/answer.ts'
import type { Query } from '../history/search/query.ts'
import type { HostPort } from '../inference/client/host-port.ts'
import { useNotice } from '../ui/feedback/use-notice.ts'
import { useHistoryCare } from '../ui/history/use-history-care.ts'
import { tagActions } from './data/tag-actions.ts'
import { useCatalogue } from './data/use-catalogue.ts'
import { useList } from './data/use-list.ts'
import { usePictures } from './data/use-pictures.ts'
import { useSelection } from './selection/use-selection.ts'
import { useReferencePicture } from './similar/use-reference-picture.ts'
import { useView } from './view/use-view.ts'
import { everything, isFiltered, removeEmptyFilters, type View } from './view/view.ts'

/** The state that the parts of the page share. */
export type HistoryPageState = ReturnType<typeof useHistoryPage>

/** Creates the page's state. The only place that knows where each part's data comes from. */
export function useHistoryPage(host: HostPort) {
  const { view, setView, open, setOpen } = useView()
  const pictures = usePictures()
  const state = useCatalogue(useCallback(tags => pictures.add(tags), [pictures]))
  const noticeState = useNotice()
  const care = useHistoryCare()
  const actions = useMemo(() => tagActions(noticeState), [])
  const referencePicture = useReferencePicture(host)
  const answer = referencePicture.picture?.answer
  const list = useList(
    state,
    view,
    referencePicture.picture ? (answer && isAnswered(answer) ? answer.embedding : undefined) : view.like,
  )
  const { items } = list
  const selection = useSelection(items)
  const [cursor, setCurrent] = useState(0)
  const [isExporting, setExporting] = useState(false)
  const [isNaming, setNaming] = useState(false)
  const grid = useRef<HTMLDivElement>(null)

  const isSimilaritySearch = referencePicture.picture !== undefined || view.like !== undefined
  /** Whether the list is only a part of the history. */
  const isPart = isFiltered(view.query) || isSimilaritySearch
  const show = (next: View) => {
    setView(next)
    selection.clear()
    setCurrent(0)
    grid.current?.scrollTo({ top: 0 })
  }
  const clearSelection = () => {
    // The pressed button disappears together with the selection.
    grid.current?.focus({ preventScroll: true })
    selection.clear()
  }
  return {
    host,
    view,
    setView,
    show,
    setQuery: (query: Query) => show({ ...view, query: removeEmptyFilters(query) }),
    /** Id of the open tag. */
    open,
    setOpen,
    pictures,
    state,
    noticeState,
    /** What the page does for the history, and the loss that it has to tell of. */
    care,
    setFavourite: actions.setFavourite,
    remove(ids: string[]) {
      clearSelection()
      actions.remove(ids)
    },
    /** The user's own picture, to find similar tags. */
    referencePicture,
    findSimilar(file: File) {
      show(everything)
      referencePicture.take(file)
    },
    list,
    isSimilaritySearch,
    isPart,
    /** Whether there is nothing to show yet. */
    isEmpty: state.isComplete && state.catalogue.size === 0 && !isPart,
    selection,
    clearSelection,
    /** Index of the item with the keyboard cursor. */
    current: Math.min(cursor, Math.max(0, items.length - 1)),
    setCurrent,
    isExporting,
    setExporting,
    /** Whether the user is saying what the selected tags show. */
    isNaming,
    setNaming,
    /** The grid element, which scrolls and has the focus. */
    grid,
  }
}
