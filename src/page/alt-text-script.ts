/** The alt text script: for users who want pictures described, on the pages that are badged. */
import { addFeatures } from './add-features.ts'
import { altTextFeatures } from './features.ts'

addFeatures('apparelLensAltTexts', altTextFeatures)
