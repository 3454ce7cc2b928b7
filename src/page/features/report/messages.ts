import type { PageSummary, PictureReport } from './picture-report.ts'

/** What the report feature answers. Nobody answers where pictures are not badged. */
export interface ReportMessages {
  /** Replies with what was found on the page. */
  report(): PictureReport[]
  /** Replies with the same in numbers. */
  summarise(): PageSummary
}
