import { text } from '../../i18n/text.ts'

/** Explains how to teach, while nothing is taught. */
export function EmptyTaught() {
  return (
    <>
      <p>{text('taught_empty')}</p>
      <ul class="ways">
        <li>{text('taught_empty_wrong', text('teach_wrong'))}</li>
        <li>{text('taught_empty_name')}</li>
        <li>{text('taught_empty_page', text('choose_menu'))}</li>
        <li>{text('taught_empty_history', text('choose_these'))}</li>
      </ul>
    </>
  )
}
