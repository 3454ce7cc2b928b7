/** The report script: tells the popup what became of the page's pictures. */
import { addFeatures } from './add-features.ts'
import { reportFeatures } from './features.ts'

addFeatures('apparelLensReport', reportFeatures)
