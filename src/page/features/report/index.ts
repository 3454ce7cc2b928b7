import { handlePageMessages } from '../../../messages/handle.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { isBadgedPage } from '../../page-state.ts'
import type { ReportMessages } from './messages.ts'
import { reportOn } from './report.ts'
import { summarise } from './summarise.ts'

/** Reports the outcomes of the page's pictures to the popup. */
export const report: Feature = { name: 'report', isWanted: isBadgedPage, start }

function start({ pictures, choices, signal }: PageCore): void {
  const reports = () => pictures.all().map(found => reportOn(...found))
  handlePageMessages<ReportMessages>(
    { report: reports, summarise: () => summarise(reports(), choices.current()) },
    signal,
  )
}
