/** The answer script: the card that answers a right click or a press on a badge, and all that teaches. */
import { addFeatures } from './add-features.ts'
import { answerFeatures } from './features.ts'

addFeatures('apparelLensAnswers', answerFeatures)
