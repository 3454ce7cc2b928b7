import { useEffect, useState } from 'preact/hooks'
import type { View } from './view.ts'
import { fromParams, tagOf, toParams } from './view-params.ts'

/** Milliseconds. */
const LATER = 150

export interface ViewState {
  view: View
  setView(view: View): void
  /** Id of the tag that is open. */
  open: string | undefined
  setOpen(id: string | undefined): void
}

/** What is shown, and the page's address that says so. */
export function useView(): ViewState {
  const [view, setView] = useState(() => fromParams(location.search))
  const [open, setOpen] = useState(() => tagOf(location.hash))
  useEffect(() => {
    const address = `${location.pathname}${toParams(view)}${open ? `#tag=${open}` : ''}`
    // Replaced, so that a search is no road of a hundred steps back; and not with each letter, which would take its time.
    const timer = setTimeout(() => history.replaceState(null, '', address), LATER)
    return () => clearTimeout(timer)
  }, [view, open])
  useEffect(() => {
    const follow = () => setOpen(tagOf(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return { view, setView, open, setOpen }
}
