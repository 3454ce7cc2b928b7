import { useEffect, useState } from 'preact/hooks'
import type { View } from './view.ts'
import { fromParams, tagOf, toParams } from './view-params.ts'

/** Delay before the URL is updated. */
const DEBOUNCE_MS = 150

export interface ViewState {
  view: View
  setView(view: View): void
  /** Id of the open tag. */
  open: string | undefined
  setOpen(id: string | undefined): void
}

/** The view and the open tag, kept in sync with the page's URL. */
export function useView(): ViewState {
  const [view, setView] = useState(() => fromParams(location.search))
  const [open, setOpen] = useState(() => tagOf(location.hash))
  useEffect(() => {
    const address = `${location.pathname}${toParams(view)}${open ? `#tag=${open}` : ''}`
    // Replaces the history entry, so that a search does not take a hundred steps back; delayed, because each update is slow.
    const timer = setTimeout(() => history.replaceState(null, '', address), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [view, open])
  useEffect(() => {
    const follow = () => setOpen(tagOf(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return { view, setView, open, setOpen }
}
