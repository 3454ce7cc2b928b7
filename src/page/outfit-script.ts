/** The outfit script: badges for each garment of a picture, on the pages that are badged. */
import { addFeatures } from './add-features.ts'
import { outfitFeatures } from './features.ts'

addFeatures('apparelLensOutfits', outfitFeatures)
