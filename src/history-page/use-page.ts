import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import { isAnswered } from '../apparel/answer.ts'
import type { Query } from '../history/search/query.ts'
import type { HostPort } from '../inference/client/host-port.ts'
import { tagActions } from './data/tag-actions.ts'
import { useCatalogue } from './data/use-catalogue.ts'
import { useList } from './data/use-list.ts'
import { useNotice } from './data/use-notice.ts'
import { usePictures } from './data/use-pictures.ts'
import { useSelection } from './selection/use-selection.ts'
import { useReferencePicture } from './similar/use-reference-picture.ts'
import { useView } from './view/use-view.ts'
import { everything, isFiltered, tidy, type View } from './view/view.ts'

/** All that the parts of the page share. */
export type Page = ReturnType<typeof usePage>

/** The one place that knows where each part's data comes from. */
export function usePage(host: HostPort) {
  const { view, setView, open, setOpen } = useView()
  const pictures = usePictures()
  const state = useCatalogue(useCallback(tags => pictures.add(tags), [pictures]))
  const notices = useNotice()
  const changes = useMemo(() => tagActions(notices), [])
  const own = useReferencePicture(host)
  const answer = own.picture?.answer
  const list = useList(
    state,
    view,
    own.picture ? (answer && isAnswered(answer) ? answer.embedding : undefined) : view.like,
  )
  const { items } = list
  const choice = useSelection(items)
  const [at, setCurrent] = useState(0)
  const [isExporting, setExporting] = useState(false)
  const grid = useRef<HTMLDivElement>(null)

  const isSimilaritySearch = own.picture !== undefined || view.like !== undefined
  /** Whether anything is left out of the list. */
  const isPart = isFiltered(view.query) || isSimilaritySearch
  const show = (next: View) => {
    setView(next)
    choice.clear()
    setCurrent(0)
    grid.current?.scrollTo({ top: 0 })
  }
  const clearChoice = () => {
    // What was pressed goes with the selection.
    grid.current?.focus({ preventScroll: true })
    choice.clear()
  }
  return {
    view,
    setView,
    show,
    setQuery: (query: Query) => show({ ...view, query: tidy(query) }),
    /** Id of the tag that is looked at. */
    open,
    setOpen,
    pictures,
    state,
    notices,
    favour: changes.favour,
    remove(ids: string[]) {
      clearChoice()
      changes.remove(ids)
    },
    /** The person's own picture, to find what looks like it. */
    own,
    findLike(file: File) {
      show(everything)
      own.take(file)
    },
    list,
    isSimilaritySearch,
    isPart,
    /** Whether there is nothing yet that could be shown. */
    isEmpty: state.isComplete && state.catalogue.size === 0 && !isPart,
    choice,
    clearChoice,
    /** Index of the item at which the keyboard is. */
    current: Math.min(at, Math.max(0, items.length - 1)),
    setCurrent,
    isExporting,
    setExporting,
    /** Of the grid, which scrolls and has the focus. */
    grid,
  }
}
